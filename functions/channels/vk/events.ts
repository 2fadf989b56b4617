import type { ChannelEvent, Understood } from '../channel.ts';
import { chatInbound } from '../chat-inbound.ts';
import type { HookInput } from '../hook-delivery.ts';
import { plainText } from '../plain-text.ts';
import { plausibleInstant } from '../plausible-instant.ts';
import { chatKey, deliveryKey, sentKey } from '../pointers.ts';
import { Permission, Press, ReactionChange, ReadMessage, type VkMessage } from './event.ts';
import { isPerson } from './number.ts';
import { vkProfile } from './profile.ts';
import { emojiOf } from './reactions.ts';

const only = (...events: readonly ChannelEvent[]): Understood => ({
  incoming: [],
  events,
  ignored: [],
});
const notPrivate: Understood = { incoming: [], ignored: ['vk.not-private'] };

const inChatOf = ({ connection }: HookInput, person: number) => ({
  chat: chatKey('vk', connection.id, String(person)),
  sender: { channel: 'vk' as const, connectionId: connection.id, externalId: String(person) },
});

/** The Start button sends its word and this payload; what the link carried (`ref`) is no complaint. */
export function startOf(message: VkMessage, input: HookInput): Understood | undefined {
  const { command } = objectOf(message.payload) as { command?: unknown };
  if (command !== 'start') return undefined;
  return only({
    kind: 'started',
    ...inChatOf(input, message.peer),
    ...(message.ref && { payload: message.ref }),
    at: plausibleInstant(message.date * 1000, input.receivedAt),
  });
}

export function permissionOf(
  kind: 'blocked' | 'unblocked',
  object: object,
  input: HookInput,
): Understood {
  const { user_id: person, key } = Permission.parse(object);
  if (!isPerson(person)) return notPrivate;
  return only({
    kind,
    ...inChatOf(input, person),
    ...(key && { payload: key }),
    at: input.receivedAt,
  });
}

/** Something we say while the event is under way is not read yet. */
const onItsWayMilliseconds = 5_000;

/** The person has read up to a message of ours. The event has no time: those before it are read as of its arrival. */
export function readingOf(object: object, input: HookInput): Understood {
  const reading = ReadMessage.parse(object);
  const { from_id: reader, peer_id: peer, conversation_message_id: number } = reading;
  if (!isPerson(peer) || reader !== peer) return notPrivate;
  const at = input.receivedAt;
  const before = new Date(Date.parse(at) - onItsWayMilliseconds).toISOString();
  const newest = number ?? `id${reading.read_message_id ?? ''}`;
  return only(
    {
      kind: 'receipt',
      receipt: 'read',
      keys: [sentKey('vk', input.connection.id, `${peer}:${newest}`)],
      at,
    },
    { kind: 'watermark', receipt: 'read', chat: inChatOf(input, peer).chat, at: before },
  );
}

export function reactionOf(object: object, input: HookInput): Understood {
  const {
    reacted_id: by,
    peer_id: peer,
    cmid,
    reaction_id: reaction,
  } = ReactionChange.parse(object);
  if (!isPerson(peer)) return notPrivate;
  const number = `${peer}:${cmid}`;
  return only({
    kind: 'reaction',
    by: by === peer ? 'customer' : 'agent',
    keys: [
      sentKey('vk', input.connection.id, number),
      deliveryKey('vk', input.connection.id, number),
    ],
    ...(reaction !== undefined && { emoji: emojiOf(reaction) }),
    at: input.receivedAt,
  });
}

/** A callback button: VK shows it as waiting for a minute. The event has its payload, not the words on it. */
export function pressOf(object: object, input: HookInput): Understood {
  const press = Press.parse(object);
  const { user_id: person, peer_id: peer, event_id: id } = press;
  if (!isPerson(peer)) return notPrivate;
  const inbound = chatInbound(input, {
    channel: 'vk',
    chat: String(peer),
    number: `press:${id}`,
    from: { externalId: String(person), name: vkProfile.nameless },
    text: plainText(wordsIn(press.payload)).slice(0, 300) || '[button]',
    inReplyTo: press.conversation_message_id,
    occurredAt: input.receivedAt,
    flags: ['button'],
  });
  const data = { user_id: String(person), peer_id: String(peer) };
  const answer = { connectionId: input.connection.id, id, data };
  return {
    incoming: [{ inbound, files: [] }],
    events: [{ kind: 'postback', answer, at: input.receivedAt }],
    ignored: [],
  };
}

function wordsIn(payload: unknown): string {
  if (typeof payload === 'string') return payload;
  const { label, text, command } = { ...(payload as Readonly<Record<string, unknown>>) };
  const found = [label, text, command].find((one) => typeof one === 'string' && one !== '');
  return typeof found === 'string' ? found : JSON.stringify(payload ?? '');
}

/** Payloads are whatever a button's maker wrote: JSON as text, most often. */
function objectOf(payload: string | undefined): object {
  try {
    const value: unknown = JSON.parse(payload ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
