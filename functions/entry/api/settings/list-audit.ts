import type * as endpoints from '../../../../schemas/api/settings.ts';
import type { AuditEntry } from '../../../../schemas/audit.ts';
import type { UseCase } from '../types.ts';

/** Where few entries are wanted of many, the rest is looked for by asking on. */
const mostPages = 20;

/** One query, or one for each month that it goes back; up to twenty pages while few of them are wanted. */
export const listAudit: UseCase<typeof endpoints.listAudit> =
  ({ audit, now }) =>
  async ({ query: { until = now(), by, action, ...page } }) => {
    const isWanted = (entry: AuditEntry) =>
      (by === undefined || entry.by.id === by) && (action === undefined || entry.action === action);
    const found: AuditEntry[] = [];
    let { cursor } = page;
    for (let pages = 0; pages < mostPages; pages += 1) {
      const read = await audit.list({ limit: page.limit, cursor, until });
      found.push(...read.items.filter(isWanted));
      cursor = read.cursor;
      if (cursor === undefined || found.length >= page.limit) break;
    }
    return { items: found, cursor };
  };
