import type { TierPolicy } from '../../../schemas/tier.ts';
import { call, desk } from '../../state/desk.ts';
import { makeEditor } from '../settings/editor.ts';

/** The tiers as this person edits them. */
export const tiersEditor = makeEditor<TierPolicy[]>({
  read: async () => (await call('getSettings', {})).tiers,
  async save(body) {
    const saved = await call('saveTiers', { body });
    const tiers = saved.items.map(({ id, name }) => ({ id, name }));
    if (desk.value) desk.value = { ...desk.value, tiers };
    return saved;
  },
});
