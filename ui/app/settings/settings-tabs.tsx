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
  return (
    <nav class="tabs" aria-label={words.label}>
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
