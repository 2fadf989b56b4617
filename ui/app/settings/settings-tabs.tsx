import { useEffect, useRef } from 'preact/hooks';
import { can } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { tabs } from '../../texts/settings/tabs-texts.ts';

const pages = [
  ['routing', '/settings/routing', 'settings.read'],
  ['hours', '/settings/hours', 'settings.read'],
  ['promises', '/settings/promises', 'promises.try'],
  ['audit', '/settings/audit', 'audit.read'],
] as const;

/** Leads from one page of settings to the others that this person may see. */
export const SettingsTabs = ({ of }: { of: (typeof pages)[number][0] }) => {
  const words = tabs[language.value];
  const nav = useRef<HTMLElement>(null);
  // On a phone the tabs are wider than the window.
  useEffect(() => {
    const current = nav.current?.querySelector('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={nav} class="tabs" aria-label={words.label}>
      {pages
        .filter(([, , permission]) => can(permission))
        .map(([name, href]) => (
          <a key={name} href={href} aria-current={name === of ? 'page' : undefined}>
            {words[name]}
          </a>
        ))}
    </nav>
  );
};
