import type { ServicePromise } from '../../../schemas/promise.ts';
import { call } from '../../state/desk.ts';
import { makeEditor } from '../settings/editor.ts';

/** The promises as this person edits them. */
export const promisesEditor = makeEditor<ServicePromise[]>({
  read: async () => (await call('getSettings', {})).promises,
  save: (body) => call('savePromises', { body }),
});
