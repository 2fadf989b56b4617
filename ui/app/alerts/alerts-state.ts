import type { AlertPolicy } from '../../../schemas/alert-policy.ts';
import { call } from '../../state/desk.ts';
import { makeEditor } from '../settings/editor.ts';

/** The ladder of alerts as this person edits it. */
export const alertsEditor = makeEditor<AlertPolicy>({
  read: async () => (await call('getSettings', {})).alerts,
  save: (body) => call('saveAlerts', { body }),
});
