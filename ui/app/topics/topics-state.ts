import type { Topic } from '../../../schemas/desk.ts';
import { call, desk } from '../../state/desk.ts';
import { makeEditor } from '../settings/editor.ts';

/** The topics as this person edits them. */
export const topicsEditor = makeEditor<Topic[]>({
  read: async () => (await call('getSettings', {})).topics,
  async save(body) {
    const saved = await call('saveTopics', { body });
    if (desk.value) desk.value = { ...desk.value, topics: saved.items };
    return saved;
  },
});
