import { randomUUID } from 'node:crypto';
import type * as endpoints from '../../../../schemas/api/settings.ts';
import { byteOrderMark, csvRow } from '../../../desk/audit/csv.ts';
import { auditColumns, auditRow } from '../../../desk/audit/table.ts';
import { invalid } from '../../../desk/problem.ts';
import type { AuditStore } from '../../../desk/settings-stores.ts';
import { log } from '../../../observe/log.ts';
import { dispositionOf } from '../../content-disposition.ts';
import { audited } from '../audited.ts';
import type { UseCase } from '../types.ts';

/** What fits a sheet and a function's memory. */
const mostRows = 50_000;
const mostBytes = 50 * 1024 * 1024;
/** Each month is a query, also an empty one. */
const longestMilliseconds = 5 * 366 * 86_400_000;

const type = 'text/csv; charset=utf-8';

/**
 * Writes the trail of a time beside the files, under a name nobody can guess and that is forgotten after a day, and
 * answers a link of five minutes. Who took what is on record before the link is given.
 */
export const exportAudit: UseCase<typeof endpoints.exportAudit> =
  ({ audit, files, fileLinks, now }) =>
  async ({ body: { from, to } }, by) => {
    refuseRange(from, to);
    const { rows, bytes } = await sheetOf(audit, { from, to });
    const key = `exports/${randomUUID()}.csv`;
    await files.put(key, bytes, type);
    const target = `${from}/${to}`;
    const entry = { action: 'audit.exported', target, changes: { after: { rows } } } as const;
    await audit.append(audited(by, { ...entry, at: now() }));
    log.info('audit.exported', { agentId: by.id, rows });
    const name = `audit-${from.slice(0, 10)}-${to.slice(0, 10)}.csv`;
    const disposition = dispositionOf({ name, type, isDownload: true });
    return { url: await fileLinks.toRead(key, { disposition, type }), rows };
  };

const refuseRange = (from: string, to: string): void => {
  const length = Date.parse(to) - Date.parse(from);
  if (length < 0 || length > longestMilliseconds)
    throw invalid(
      'audit.range',
      'Choose a time that ends after it begins and is five years long at most.',
    );
};

/** @throws Problem `audit.too-many` */
async function sheetOf(
  audit: Pick<AuditStore, 'between'>,
  range: { readonly from: string; readonly to: string },
): Promise<{ readonly rows: number; readonly bytes: Uint8Array }> {
  const parts = [Buffer.from(byteOrderMark + csvRow(auditColumns))];
  let rows = 0;
  let size = 0;
  for await (const page of audit.between(range)) {
    const part = Buffer.from(page.map((entry) => csvRow(auditRow(entry))).join(''));
    rows += page.length;
    size += part.length;
    if (rows > mostRows || size > mostBytes)
      throw invalid(
        'audit.too-many',
        `These are more lines than one file holds (${mostRows.toLocaleString('en')} lines, 50 MB). Choose a shorter time.`,
      );
    parts.push(part);
  }
  return { rows, bytes: Buffer.concat(parts) };
}
