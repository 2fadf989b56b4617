import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message, TimelineEntry } from '../../../schemas/timeline.ts';
import type { Inbound } from '../../desk/inbound.ts';
import { log } from '../../observe/log.ts';
import { recordDelivery } from '../record-delivery.ts';
import { recentTimeline } from '../whole-timeline.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { parkOrGiveUp } from './parking.ts';

/**
 * Whether an echo is our own message come back before its send returned, which alone tells the provider's id. While one
 * of ours is on its way the echo waits; one whose outcome stayed unknown is recognized by its words, and has arrived
 * after all.
 * @throws ComeAgain while a message of ours is being sent
 */
export async function isOurOwn(
  deps: IntakeDeps,
  { inbound, ticket }: { readonly inbound: Inbound; readonly ticket: Ticket },
  receiveCount: number,
): Promise<boolean> {
  const recent = await recentTimeline(deps.tickets, ticket.id);
  const open = recent.filter((entry) => isUnderWay(entry, inbound));
  const isSending = open.some(({ delivery }) => delivery?.state === 'sending');
  if (isSending) parkOrGiveUp('an echo may be ours', receiveCount);
  const same = open.find((message) => saysTheSame(message, inbound));
  if (!same) return false;
  await deps.outbox.putAlias({ key: inbound.idempotencyKey, place: same });
  const outcome = await recordDelivery(deps, same, { action: 'sent' }, same);
  log.info('intake.echo.ours', { ticketId: ticket.id, messageId: same.id, outcome });
  return true;
}

/** Shorter words stand in many messages. */
const tellingLength = 40;

/** All of it, or the part that the channel's limit cut it to. */
const saysTheSame = ({ text }: Message, echo: Inbound): boolean =>
  text.trim() === echo.text.trim() ||
  (echo.text.length >= tellingLength && text.includes(echo.text.trim()));

const isUnderWay = (entry: TimelineEntry, { channel, connectionId }: Inbound): entry is Message =>
  entry.type === 'message' &&
  entry.direction === 'out' &&
  entry.channel === channel &&
  entry.connectionId === connectionId &&
  (entry.delivery?.state === 'sending' || entry.delivery?.state === 'unknown');
