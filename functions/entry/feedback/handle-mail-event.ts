import type { Delivery, Message } from '../../../schemas/timeline.ts';
import { wireKey } from '../../channels/pointers.ts';
import { moveDelivery } from '../../desk/delivery/outcome.ts';
import type { EntryPlace, OutboxStore } from '../../desk/stores.ts';
import { log } from '../../observe/log.ts';
import { ComeAgain } from '../../queue/batch.ts';
import { loadSent, type RecordingDeps, recordDelivery } from '../record-delivery.ts';
import type { MailEvent } from './mail-event.ts';
import { newsOf } from './news-of.ts';

export type FeedbackDeps = RecordingDeps & {
  readonly outbox: Pick<OutboxStore, 'moveDelivery' | 'findAlias' | 'putAlias'>;
};

/**
 * Puts what became of a mail on its message. An event may overtake our own record of the sending, or deliver may have
 * died before it made one: what SES tells of a mail that it took says as much as the answer that was lost.
 */
export const handleMailEvent =
  (deps: FeedbackDeps) =>
  async (event: MailEvent): Promise<void> => {
    const news = newsOf(event);
    if (!news || event.mail.tags['kind']?.[0] === 'alert') return;
    const sesId = event.mail.messageId;
    const place = placeOfTags(event) ?? (await deps.outbox.findAlias(wireKey(sesId)));
    if (!place) throw notYet('no message has this SES id');
    const message = await loadSent(deps.tickets, place);
    if (!message?.delivery) throw notYet('no message at its place');
    const fields = { ticketId: place.ticketId, messageId: place.id, event: event.eventType };
    // An event about an earlier sending says nothing about the newest one.
    if (isOfEarlierSending(event, message.delivery)) {
      log.info('feedback.of-earlier-sending', fields);
      return;
    }
    if (message.delivery.state === 'queued') throw notYet('the message is queued');
    const known = message.delivery.providerId ? message : await learnSent(deps, message, sesId);
    const outcome = await recordDelivery(deps, place, news, known);
    log.info('feedback.recorded', { ...fields, outcome });
  };

/** Clocks of SES and of our functions may differ by so much. */
const skewMilliseconds = 5_000;

/** By SES's id where we know it, else by time: what it took before the newest claim was another sending. */
function isOfEarlierSending(
  { mail: { messageId, timestamp } }: MailEvent,
  { state, providerId, at }: Delivery,
): boolean {
  if (providerId !== undefined) return providerId !== messageId;
  const isWaiting = state === 'queued' || state === 'sending';
  return isWaiting && Date.parse(timestamp ?? '') < Date.parse(at) - skewMilliseconds;
}

/** Writes down in deliver's place that SES took the message, under which id. Undefined: somebody else moved it. */
async function learnSent(
  { outbox, now }: FeedbackDeps,
  message: Message,
  sesId: string,
): Promise<Message | undefined> {
  const { ticketId, id, occurredAt, delivery: from } = message;
  const delivery = from && moveDelivery(from, 'sent', { now: now(), providerId: sesId });
  if (!from || !delivery) return message;
  await outbox.putAlias({ key: wireKey(sesId), place: { ticketId, id, occurredAt } });
  const sent = { ...message, delivery };
  return (await outbox.moveDelivery({ message: sent, from })) === 'saved' ? sent : undefined;
}

/** Deliver's own record comes within seconds; what never comes ends in the dead letters. */
function notYet(because: string): ComeAgain {
  log.info('feedback.too-early', { because });
  return new ComeAgain(because);
}

/** SES gives back the tags we sent along: they name the message, also when a crash lost its SES id. */
function placeOfTags({ mail: { tags } }: MailEvent): EntryPlace | undefined {
  const [ticketId, id, at] = [tags['ticket']?.[0], tags['message']?.[0], Number(tags['at']?.[0])];
  if (!ticketId || !id || !Number.isSafeInteger(at)) return undefined;
  return { ticketId, id, occurredAt: new Date(at).toISOString() };
}
