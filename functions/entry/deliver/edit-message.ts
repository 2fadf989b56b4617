import type { Delivery, Message } from '../../../schemas/timeline.ts';
import type { EditResult } from '../../channels/outgoing.ts';
import { editors } from '../../channels/registry/editors.ts';
import type { EntryPlace } from '../../desk/stores.ts';
import { log } from '../../observe/log.ts';
import { loadSent } from '../record-delivery.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { loadOutgoing } from './load-outgoing.ts';
import { again, finished, type Next } from './next.ts';

const triesMax = 8;
const retrySeconds = 20;
const recordTries = 5;

/**
 * Changes the wording of a message where it was sent. At least once: the newest wording is read at every try and the
 * same one again changes nothing, so jobs may repeat and overtake each other.
 */
export async function editMessage(
  deps: DeliverDeps,
  place: EntryPlace,
  receiveCount: number,
): Promise<Next> {
  const message = await loadSent(deps.tickets, place);
  if (message?.delivery?.edit?.state !== 'queued') return finished;
  const result = await change(deps, message);
  log.info('deliver.edit.tried', {
    ticketId: place.ticketId,
    messageId: place.id,
    channel: message.channel,
    outcome: result.kind,
  });
  if (result.kind === 'retry' && receiveCount < triesMax)
    return again(result.afterSeconds ?? retrySeconds);
  await record(deps, message, result);
  return finished;
}

async function change(deps: DeliverDeps, message: Message): Promise<EditResult> {
  const edit = editors[message.channel];
  if (!edit) return { kind: 'failed', error: `${message.channel} takes no changes` };
  const loaded = await loadOutgoing(deps, message);
  if (!loaded) return { kind: 'failed', error: 'the connection was removed' };
  const result = await edit(loaded.outgoing, loaded.ports);
  if (result.kind === 'failed' && result.isRevoked)
    await deps.health.note(message.connectionId, { news: 'revoked', error: result.error });
  return result;
}

/** Only if no newer wording came meanwhile, whose own job then follows; receipts that came meanwhile are kept. */
async function record(deps: DeliverDeps, message: Message, result: EditResult): Promise<void> {
  const asked = message.delivery?.edit?.at;
  const edit: Delivery['edit'] =
    result.kind === 'edited'
      ? { state: 'sent', at: deps.now() }
      : { state: 'failed', at: deps.now(), error: result.error.slice(0, 300) };
  for (let tries = 0; tries < recordTries; tries += 1) {
    const found = tries === 0 ? message : await loadSent(deps.tickets, placeOf(message));
    const from = found?.delivery;
    if (!found || from?.edit?.state !== 'queued' || from.edit.at !== asked) return;
    const moved = { ...found, delivery: { ...from, edit } };
    if ((await deps.outbox.moveDelivery({ message: moved, from })) === 'saved') return;
  }
}

const placeOf = ({ ticketId, occurredAt, id }: Message): EntryPlace => ({
  ticketId,
  occurredAt,
  id,
});
