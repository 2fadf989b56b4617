import type { Message } from '../../../schemas/timeline.ts';
import { sendMail } from '../../channels/mail/send.ts';
import type { SendResult } from '../../channels/outgoing.ts';
import type { EntryPlace } from '../../desk/stores.ts';
import { log } from '../../observe/log.ts';
import { metric } from '../../observe/metric.ts';
import { loadSent } from '../record-delivery.ts';
import { attemptsMax, waitSeconds } from './backoff.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { type Loaded, loadOutgoing } from './load-outgoing.ts';
import { again, finished, type Next } from './next.ts';

/** Long enough to switch to another page and back; short enough to be an answer. */
const mailAfterSeconds = 120;
/** A claim older than this was left behind by a crash; sending takes a second. */
const staleSeconds = 90;
const target = 'mail-copy';

/**
 * An answer in the site chat that its visitor did not receive there goes to the address the conversation goes on with,
 * from the mailbox of the connection, with all signals by which an answer to it finds the same ticket. Once: the claim
 * outlives repeated jobs. Whether it arrived there, SES's events put on the same message.
 */
export async function mailCopy(
  deps: DeliverDeps,
  place: EntryPlace,
  receiveCount: number,
): Promise<Next> {
  const message = await loadSent(deps.tickets, place);
  if (message?.channel !== 'chat' || message.delivery?.state !== 'sent') return finished;
  const loaded = await loadOutgoing(deps, message);
  if (!loaded) return finished;
  const { ticket, connection } = loaded.outgoing;
  if (ticket.mailTo === undefined) {
    log.info('deliver.mail-copy.no-address', { ticketId: ticket.id, messageId: message.id });
    return finished;
  }
  const patience =
    (connection.channel === 'chat' && connection.mailAfterSeconds) || mailAfterSeconds;
  const age = (Date.parse(deps.now()) - Date.parse(message.delivery.at)) / 1000;
  if (age < patience) return again(Math.ceil(patience - age));

  const { id: eventId } = message;
  const claim = { eventId, target, now: deps.now(), staleSeconds };
  const claimed = await deps.alerts.store.claim(claim);
  if (claimed !== 'saved') return claimed === 'finished' ? finished : again(staleSeconds);
  const result = await sendCopy(loaded, ticket.mailTo);
  log.info('deliver.mail-copy.settled', {
    ticketId: ticket.id,
    messageId: eventId,
    outcome: result.kind,
  });
  metric({ name: 'MessagesSent', value: 1, dimensions: { Channel: 'mail', Outcome: result.kind } });
  if (result.kind === 'sent') await recordCopy(deps, message, { result, mailTo: ticket.mailTo });
  else if (result.kind === 'retry' && receiveCount < attemptsMax)
    return again(Math.max(staleSeconds, waitSeconds(receiveCount, result.afterSeconds, 0.5)));
  await deps.alerts.store.finish({
    eventId,
    target,
    now: deps.now(),
    outcome: result.kind === 'sent' ? 'sent' : 'failed',
    ...('error' in result && { detail: result.error.slice(0, 500) }),
  });
  return finished;
}

/** The same words as a mail of its own. */
const sendCopy = ({ outgoing, ports }: Loaded, mailTo: string): Promise<SendResult> =>
  sendMail({ ...outgoing, message: { ...outgoing.message, address: mailTo } }, ports);

/** Answers to it and events about it must find the message; an agent sees where it went. */
async function recordCopy(
  deps: DeliverDeps,
  message: Message,
  {
    result,
    mailTo,
  }: { readonly result: Extract<SendResult, { kind: 'sent' }>; readonly mailTo: string },
): Promise<void> {
  const { ticketId, occurredAt, id, delivery } = message;
  const place = { ticketId, occurredAt, id };
  await Promise.all(result.pointers.map((key) => deps.outbox.putAlias({ key, place })));
  if (!delivery) return;
  const told = {
    ...delivery,
    remark: `By mail to ${mailTo}, because it was not seen in the chat.`,
  };
  // Stale: a receipt came in the meantime, which says more.
  await deps.outbox.moveDelivery({ message: { ...message, delivery: told }, from: delivery });
}
