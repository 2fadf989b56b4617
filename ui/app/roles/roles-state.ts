import type { CustomRole } from '../../../schemas/agent.ts';
import { call } from '../../state/desk.ts';
import { makeEditor } from '../settings/editor.ts';

export const rolesEditor = makeEditor<CustomRole[]>({
  read: async () => (await call('getSettings', {})).roles,
  save: (body) => call('saveRoles', { body }),
});
