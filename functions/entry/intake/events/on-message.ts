import type { Message } from '../../../../schemas/timeline.ts';
import type { ChannelEvent } from '../../../channels/channel.ts';
import { messageIdOf } from '../../../desk/ids.ts';
import type { EntryPlace } from '../../../desk/stores.ts';
import { editText, react, withdraw } from '../../../desk/tickets/message-events.ts';
import { type DeliveryNews, loadSent, recordDelivery } from '../../record-delivery.ts';
import type { IntakeDeps } from '../intake-deps.ts';
import { noteSign } from './on-person.ts';
import type { EventOutcome } from './outcome.ts';
import { refreshPreview } from './refresh-preview.ts';

type OnMessage = Extract<ChannelEvent, { readonly keys: readonly string[] }>;
type Found = { readonly place: EntryPlace; readonly key: string };

/** What happened to a message that is there, theirs or ours. */
export async function onMessage(deps: IntakeDeps, event: OnMessage): Promise<EventOutcome> {
  const found = await findMessage(deps, event.keys);
  if (!found) return 'too-early';
  if (event.kind === 'receipt') return onDelivery(deps, found.place, { action: event.receipt });
  if (event.kind === 'failure') {
    if (event.outcome === 'blocked') await noteBlocked(deps, found.place, event.at);
    return onDelivery(deps, found.place, newsOf(event));
  }
  const outcome = await deps.tickets.changeMessage(found.place, (message) =>
    ruleFor(event, found.key)(message),
  );
  if (outcome === 'missing') return 'of-nobody';
  if (event.kind !== 'reaction') await refreshPreview(deps, found.place);
  return outcome === 'changed' ? 'applied' : 'unchanged';
}

/** The provider says only now that the person does not want us there: known before the next answer is written. */
async function noteBlocked(deps: IntakeDeps, place: EntryPlace, at: string): Promise<void> {
  const message = await loadSent(deps.tickets, place);
  if (message?.address === undefined) return;
  const { channel, connectionId, address: externalId } = message;
  await noteSign(deps, { channel, connectionId, externalId }, { letsUsIn: false, at });
}

/** The first key that somebody knows: the event names the nearest first. */
async function findMessage(
  { outbox }: Pick<IntakeDeps, 'outbox'>,
  keys: readonly string[],
): Promise<Found | undefined> {
  for (const key of keys) {
    const place = await outbox.findAlias(key);
    if (place) return { place, key };
  }
  return undefined;
}

const ruleFor =
  (event: Exclude<OnMessage, { readonly kind: 'receipt' | 'failure' }>, key: string) =>
  (message: Message): Message | undefined => {
    if (event.kind === 'reaction') return react(message, event);
    if (event.kind === 'deleted') return withdraw(message, { at: event.at, key });
    // Of an album one part has the caption; a change of the others' pictures must not take it away.
    if (event.text === '' && messageIdOf(key) !== message.id) return undefined;
    return editText(message, event);
  };

const actions = {
  failed: 'fail',
  'window-closed': 'close-window',
  blocked: 'block',
} as const satisfies Record<string, DeliveryNews['action']>;

const newsOf = ({
  outcome,
  error,
  permanent,
}: Extract<OnMessage, { readonly kind: 'failure' }>): DeliveryNews => ({
  action: actions[outcome],
  error,
  permanent,
});

/**
 * A receipt moves our message's delivery, whose states only rise. Between remembering the provider's id and writing
 * `sent` the message is still `sending`: what cannot be said of it yet can in a moment.
 */
export async function onDelivery(
  deps: IntakeDeps,
  place: EntryPlace,
  news: DeliveryNews,
): Promise<EventOutcome> {
  const message = await loadSent(deps.tickets, place);
  if (!message) return 'of-nobody';
  const outcome = await recordDelivery(deps, place, news, message);
  if (outcome === 'recorded') return 'applied';
  const state = message.delivery?.state;
  return state === 'sending' || state === 'queued' ? 'too-early' : 'unchanged';
}
