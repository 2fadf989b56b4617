import type { PresenceStore } from '../../functions/desk/people-stores.ts';
import type { Presence } from '../../schemas/presence.ts';

/** Who is there, in memory, with the store's own refusal of stale writes. */
export const memoryPresence = (...known: readonly Presence[]): PresenceStore => {
  const kept = new Map(known.map((presence) => [presence.agentId, presence]));
  return {
    list: async () => [...kept.values()],
    load: async (agentId) => kept.get(agentId),
    save: async (presence, expects) => {
      if ((kept.get(presence.agentId)?.version ?? 0) !== expects) return 'stale';
      kept.set(presence.agentId, presence);
      return 'saved';
    },
  };
};
