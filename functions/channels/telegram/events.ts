import type { ChannelEvent, Understood } from '../channel.ts';
import { chatInbound } from '../chat-inbound.ts';
import type { HookInput } from '../hook-delivery.ts';
import { plainText } from '../plain-text.ts';
import { plausibleInstant } from '../plausible-instant.ts';
import { chatKey, deliveryKey, sentKey } from '../pointers.ts';
import { chatAddress } from './chat-address.ts';
import { senderOf } from './sender.ts';
import type {
  CallbackQuery,
  DeletedMessages,
  Membership,
  MessageReaction,
  TelegramMessage,
} from './update.ts';

const only = (...events: readonly ChannelEvent[]): Understood => ({
  incoming: [],
  events,
  ignored: [],
});

/** Whose chat something happened in. */
const inChatOf = ({ connection }: HookInput, chat: string, externalId: string) => ({
  chat: chatKey('telegram', connection.id, chat),
  sender: { channel: 'telegram' as const, connectionId: connection.id, externalId },
});

/** A message of the chat may be theirs or ours. */
const keysOf = ({ connection }: HookInput, number: string): readonly string[] => [
  deliveryKey('telegram', connection.id, number),
  sentKey('telegram', connection.id, number),
];

/** The Start button, or a link that leads there; its payload is nothing the customer said. */
export function startOf(message: TelegramMessage, input: HookInput): Understood | undefined {
  const [, payload] = /^\/start(?:@\w+)?(?:\s+(\S{1,64}))?\s*$/.exec(message.text ?? '') ?? [];
  if (!/^\/start(?:@\w+)?(?:\s|$)/.test(message.text ?? '')) return undefined;
  return only({
    kind: 'started',
    ...inChatOf(input, chatAddress(message), message.from?.id ?? message.chat.id),
    ...(payload !== undefined && { payload }),
    at: plausibleInstant(message.date * 1000, input.receivedAt),
  });
}

export function membershipOf(change: Membership, input: HookInput): Understood | undefined {
  if (change.chat.type !== 'private') return undefined;
  const { status } = change.new_chat_member;
  if (status !== 'kicked' && status !== 'member')
    return { incoming: [], ignored: ['telegram.member-unknown'] };
  return only({
    kind: status === 'kicked' ? 'blocked' : 'unblocked',
    ...inChatOf(input, change.chat.id, change.from.id),
    at: plausibleInstant(change.date * 1000, input.receivedAt),
  });
}

/** Only chats that the bot administers report reactions, and only people's own emoji have a name. */
export function reactionOf(reaction: MessageReaction, input: HookInput): Understood | undefined {
  if (reaction.chat.type !== 'private') return undefined;
  const newest = reaction.new_reaction.at(-1);
  return only({
    kind: 'reaction',
    by: 'customer',
    keys: keysOf(input, `${reaction.chat.id}:${reaction.message_id}`),
    ...(newest && { emoji: newest.emoji ?? (newest.type === 'paid' ? '⭐' : '✨') }),
    at: plausibleInstant(reaction.date * 1000, input.receivedAt),
  });
}

export function deletionsOf(deleted: DeletedMessages, input: HookInput): Understood {
  const chat = chatAddress(deleted);
  return only(
    ...deleted.message_ids.map((id) => ({
      kind: 'deleted' as const,
      keys: keysOf(input, `${chat}:${id}`),
      at: input.receivedAt,
    })),
  );
}

/** A pressed button says what is written on it; Telegram shows it as waiting until it is answered. */
export function pressOf(press: CallbackQuery, input: HookInput): Understood | undefined {
  const { message, from, data = '' } = press;
  if (message && message.chat.type !== 'private') return undefined;
  const chat = message ? chatAddress(message) : from.id;
  const text = plainText(wordsOn(message, data) ?? data) || '[button]';
  const inbound = chatInbound(input, {
    channel: 'telegram',
    chat,
    number: `press:${press.id}`,
    from: senderOf(from),
    text,
    inReplyTo: message?.message_id,
    occurredAt: input.receivedAt,
    flags: ['button'],
  });
  const answer = { connectionId: input.connection.id, id: press.id, data: {} };
  return {
    incoming: [{ inbound, files: [] }],
    events: [{ kind: 'postback', answer, at: input.receivedAt }],
    ignored: [],
  };
}

const wordsOn = (message: TelegramMessage | undefined, data: string): string | undefined =>
  message?.reply_markup?.inline_keyboard.flat().find((button) => button.callback_data === data)
    ?.text;
