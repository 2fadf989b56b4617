import { useEffect, useRef } from 'preact/hooks';
import { language } from '../../state/preferences.ts';
import { tabs } from '../../texts/settings/tabs-texts.ts';
import { pagesOpen, type SettingsPageName } from './pages.ts';

/** Leads from one page of settings to the others that this person may see. */
export const SettingsTabs = ({ of }: { of: SettingsPageName }) => {
  const words = tabs[language.value];
  const nav = useRef<HTMLElement>(null);
  // On a phone the tabs are wider than the window.
  useEffect(() => {
    const current = nav.current?.querySelector('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={nav} class="tabs" aria-label={words.label}>
      {pagesOpen().map((name) => (
        <a key={name} href={`/settings/${name}`} aria-current={name === of ? 'page' : undefined}>
          {words[name]}
        </a>
      ))}
    </nav>
  );
};
