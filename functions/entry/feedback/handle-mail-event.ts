import { wireKey } from '../../channels/pointers.ts';
import type { EntryPlace, OutboxStore } from '../../desk/stores.ts';
import { log } from '../../observe/log.ts';
import { ComeAgain } from '../../queue/batch.ts';
import { loadSent, recordDelivery, type RecordingDeps } from '../record-delivery.ts';
import type { MailEvent } from './mail-event.ts';
import { newsOf } from './news-of.ts';

export type FeedbackDeps = RecordingDeps & {
  readonly outbox: Pick<OutboxStore, 'moveDelivery' | 'findAlias'>;
};

/** States in which deliver has not written down yet what it knows. */
const unfinished: readonly string[] = ['queued', 'sending'];

/**
 * Puts what became of a mail on its message. An event may overtake our own record of the sending: the
 * queue then brings it again.
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
    const { state, providerId } = message.delivery;
    if (unfinished.includes(state)) throw notYet(`the message is ${state}`);
    const fields = { ticketId: place.ticketId, messageId: place.id, event: event.eventType };
    // An event about an earlier sending says nothing about the newest one.
    if (providerId !== undefined && providerId !== sesId) {
      log.info('feedback.of-earlier-sending', fields);
      return;
    }
    const outcome = await recordDelivery(deps, place, news, message);
    log.info('feedback.recorded', { ...fields, outcome });
  };

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
