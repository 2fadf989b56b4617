import type { RoutingRules } from '../../../schemas/routing.ts';
import { call } from '../../state/desk.ts';
import { makeEditor } from '../settings/editor.ts';

/** The rules as this person edits them. */
export const rulesEditor = makeEditor<RoutingRules>({
  read: async () => (await call('getSettings', {})).routing,
  save: (body) => call('saveRouting', { body }),
});
