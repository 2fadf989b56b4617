import type { Delivery, Message } from '../../../schemas/timeline.ts';
import { paperLetter } from '../../channels/letter/paper-letter.ts';
import { letterFileKey } from '../../desk/letters/letter-file.ts';
import { log } from '../../observe/log.ts';
import { recordDelivery } from '../record-delivery.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { loadOutgoing } from './load-outgoing.ts';
import { finished, type Next } from './next.ts';

/**
 * Makes the file of a letter, and leaves it in the outbox: people print and post it (`functions/desk/letters`).
 * Repeating makes the same file and changes nothing.
 */
export async function draftLetter(deps: DeliverDeps, message: Message): Promise<Next> {
  const { id, ticketId, occurredAt, delivery } = message;
  if (delivery?.state !== 'queued' || delivery.paper) return finished;
  const loaded = await loadOutgoing(deps, message);
  if (!loaded || loaded.outgoing.connection.channel !== 'letter') {
    const error = 'the connection was removed';
    await recordDelivery(deps, { id, ticketId, occurredAt }, { action: 'fail', error });
    return finished;
  }
  const { outgoing } = loaded;
  const letter = paperLetter(outgoing, loaded.outgoing.connection, deps.timeZone);
  const { printLetter } = await import('./print-letter.lazy.ts');
  const pdf = await printLetter(letter);
  await deps.files.put(letterFileKey(message), pdf, 'application/pdf');
  const drafted: Delivery = { ...delivery, paper: { state: 'drafted', at: deps.now() } };
  // Race: two jobs draft one letter. Both wrote the same file; one of them says so.
  await deps.outbox.moveDelivery({ message: { ...message, delivery: drafted }, from: delivery });
  log.info('deliver.letter.drafted', { ticketId, messageId: id, bytes: pdf.length });
  return finished;
}
