import type { Inbound } from '../../desk/inbound.ts';
import { log } from '../../observe/log.ts';
import { type DeliveryNews, loadSent, recordDelivery } from '../record-delivery.ts';
import type { IntakeDeps } from './intake-deps.ts';

/** What a report says became of the message it is about; undefined for any other mail. */
function newsOf({ kind, bounce }: Inbound): DeliveryNews | undefined {
  if (kind === 'complaint') return { action: 'complained' };
  if (!bounce) return undefined;
  return { action: 'bounced', error: bounce.error, permanent: bounce.isPermanent };
}

/**
 * Puts a bounce or complaint that came as mail on the message it is about: the first of ours that the report names.
 * Runs after the report is on the ticket, and again when it is repeated.
 */
export async function applyReport(deps: IntakeDeps, inbound: Inbound): Promise<void> {
  const news = newsOf(inbound);
  if (!news) return;
  const { idempotencyKey, pointers, sender } = inbound;
  const known = await deps.pointers.lookUp({ idempotencyKey, pointers, identity: sender });
  for (const { target } of known.pointers) {
    const { ticketId, messageId: id, occurredAt } = target;
    if (id === undefined || occurredAt === undefined) continue;
    const place = { ticketId, id, occurredAt };
    if (!(await loadSent(deps.tickets, place))) continue;
    const outcome = await recordDelivery(deps, place, news);
    log.info('intake.report.applied', { ticketId, messageId: id, news: news.action, outcome });
    return;
  }
  log.info('intake.report.unmatched', { kind: inbound.kind });
}
