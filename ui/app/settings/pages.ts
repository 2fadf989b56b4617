import type { Permission } from '../../../schemas/agent.ts';
import { can } from '../../state/desk.ts';

/** The pages of settings in the order of their tabs, each with what one needs to see it. */
const permissions = {
  routing: ['settings.read'],
  topics: ['settings.read'],
  suggestion: ['settings.read'],
  lines: ['settings.read'],
  hours: ['settings.read'],
  tiers: ['settings.read'],
  promises: ['settings.read', 'promises.try'],
  alerts: ['settings.read'],
  roles: ['settings.read', 'people.read'],
  audit: ['audit.read'],
} as const satisfies Record<string, readonly Permission[]>;
export type SettingsPageName = keyof typeof permissions;

/** Pages that this person may see. */
export const pagesOpen = (): readonly SettingsPageName[] =>
  Object.entries(permissions)
    .filter(([, needed]) => needed.every(can))
    .map(([name]) => name as SettingsPageName);
