import type { AuditStore } from '../../functions/desk/settings-stores.ts';
import type { AuditEntry } from '../../schemas/audit.ts';

/** The audit trail in one page. */
export const memoryAudit = (): AuditStore & { readonly entries: readonly AuditEntry[] } => {
  const entries: AuditEntry[] = [];
  return {
    entries,
    append: async (entry) => void entries.unshift(entry),
    list: async ({ limit }) => ({ items: entries.slice(0, limit) }),
    between: async function* ({ from, to }) {
      yield entries.filter(({ at }) => at >= from && at <= to).toReversed();
    },
  };
};
