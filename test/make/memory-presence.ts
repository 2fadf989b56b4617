import type { PresenceStore } from '../../functions/desk/people-stores.ts';
import type { AuditEntry } from '../../schemas/audit.ts';
import type { Presence } from '../../schemas/presence.ts';

type MemoryPresence = PresenceStore & {
  /** What was saved with a line of the audit trail. */
  readonly onRecord: readonly AuditEntry[];
};

/** Who is there, in memory, with the store's own refusal of stale writes. */
export const memoryPresence = (...known: readonly Presence[]): MemoryPresence => {
  const kept = new Map(known.map((presence) => [presence.agentId, presence]));
  const onRecord: AuditEntry[] = [];
  return {
    onRecord,
    list: async () => [...kept.values()],
    load: async (agentId) => kept.get(agentId),
    save: async (presence, expects, audit) => {
      if ((kept.get(presence.agentId)?.version ?? 0) !== expects) return 'stale';
      kept.set(presence.agentId, presence);
      if (audit) onRecord.push(audit);
      return 'saved';
    },
  };
};
