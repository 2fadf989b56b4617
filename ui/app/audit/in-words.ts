import type { AuditEntry } from '../../../schemas/audit.ts';
import { colleagueNames, topicNames } from '../../state/desk.ts';
import { words } from './words.ts';

const targetName = ({ action, target }: AuditEntry): string => {
  if (action === 'settings.saved') return words.value.lists[target] ?? target;
  if (action.startsWith('agent.')) return colleagueNames.value.get(target) ?? target;
  if (action.startsWith('queue.')) return `“${topicNames.value.get(target) ?? target}”`;
  return target;
};

/** A line of the trail as a sentence: `Saved: Routing rules`. An action that is newer than this page is named as it is stored. */
export const inWords = (entry: AuditEntry): string =>
  words.value.actions[entry.action]?.(targetName(entry)) ?? `${entry.action} ${entry.target}`;
