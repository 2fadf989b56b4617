import type { HealthStore, StoredHealth } from '../../functions/desk/sending-stores.ts';

/** What is known of connections, in memory, with the store's own refusal of stale writes. */
export const memoryHealth = (): HealthStore => {
  const kept = new Map<string, StoredHealth>();
  return {
    list: async () => [...kept.values()],
    load: async (connectionId) => kept.get(connectionId),
    save: async (health, expects) => {
      if ((kept.get(health.connectionId)?.revision ?? 0) !== expects) return 'stale';
      kept.set(health.connectionId, { health, revision: expects + 1 });
      return 'saved';
    },
  };
};
