import { inChat } from '../in-chat.ts';
import type { Inbound, Sender } from '../../desk/inbound.ts';
import type { Language } from '../../../schemas/primitives.ts';
import type { Understood } from '../channel.ts';
import { contentHash } from '../content-hash.ts';
import { type HookInput, jsonOf } from '../hook-delivery.ts';
import { cut, plainText, subjectOf } from '../plain-text.ts';
import { plausibleInstant } from '../plausible-instant.ts';
import { chatKey, deliveryKey } from '../pointers.ts';
import { contentOf } from './content.ts';
import { type TelegramMessage, type TelegramUser, Update } from './update.ts';

const ignore = (code: string): Understood => ({ incoming: [], ignored: [`telegram.${code}`] });

/** One update is one message at most. Groups, bots and the Start button make no tickets. */
export async function parseTelegram(input: HookInput): Promise<Understood> {
  const update = Update.parse(jsonOf(input.body));
  const message = update.message ?? update.edited_message;
  if (update.my_chat_member) return membership(update, input);
  if (!message) return ignore('update-unknown');
  if (message.chat.type !== 'private') return ignore('not-private');
  if (!message.from || message.from.is_bot) return ignore('from-bot');
  if (/^\/start(?:@\w+)?(?:\s|$)/.test(message.text ?? '')) return ignore('started');
  // A live location moves by edits, several a minute.
  if (update.edited_message && message.location) return ignore('location-moved');
  const content = contentOf(message);
  if (!content) return ignore('service-message');

  const isEdit = update.edited_message !== undefined;
  const inbound = {
    ...inboundOf(message.from, message.chat.id, input),
    idempotencyKey: deliveryKey('telegram', input.connection.id, update.update_id),
    contentHash: contentHash(input.body),
    subject: subjectOf(content.text),
    text: content.text,
    externalId: message.message_id,
    flags: [...content.flags, ...(isEdit ? ['edited'] : [])],
    occurredAt: timeOf(message, input.receivedAt),
  };
  return { incoming: [{ inbound, files: content.files }], ignored: [] };
}

const timeOf = (
  { date, edit_date: edited }: Pick<TelegramMessage, 'date' | 'edit_date'>,
  receivedAt: string,
) => plausibleInstant((edited ?? date) * 1000, receivedAt);

/** Blocking and unblocking is a fact for the ticket's record; it opens none and answers nothing. */
function membership(update: Update, input: HookInput): Understood {
  const change = update.my_chat_member;
  if (!change || change.chat.type !== 'private') return ignore('not-private');
  const isBlocked = change.new_chat_member.status === 'kicked';
  if (!isBlocked && change.new_chat_member.status !== 'member') return ignore('member-unknown');
  const inbound: Inbound = {
    ...inboundOf(change.from, change.chat.id, input),
    idempotencyKey: deliveryKey('telegram', input.connection.id, update.update_id),
    contentHash: contentHash(input.body),
    kind: 'receipt',
    text: isBlocked ? '[blocked the bot]' : '[unblocked the bot]',
    flags: [isBlocked ? 'blocked' : 'unblocked'],
    mayAcknowledge: false,
    occurredAt: timeOf(change, input.receivedAt),
  };
  return { incoming: [{ inbound, files: [] }], ignored: [] };
}

/** What every message of this chat has in common; the rest is for the caller to fill in. */
function inboundOf(
  from: TelegramUser,
  chatId: string,
  { connection, receivedAt }: HookInput,
): Inbound {
  const chat = chatKey('telegram', connection.id, chatId);
  return {
    channel: 'telegram',
    connectionId: connection.id,
    idempotencyKey: '',
    contentHash: '',
    kind: 'customer',
    sender: senderOf(from, connection.id),
    replyTo: { address: chatId, cc: [] },
    subject: '',
    text: '',
    attachments: [],
    ...inChat(chat),
    mayAcknowledge: true,
    flags: [],
    occurredAt: receivedAt,
    language: languageOf(from),
  };
}

function senderOf(from: TelegramUser, connectionId: string): Sender {
  const name = cut(plainText([from.first_name, from.last_name].filter(Boolean).join(' ')), 120);
  return {
    channel: 'telegram',
    connectionId,
    externalId: from.id,
    name: name || from.id,
    isVerified: true,
    language: languageOf(from),
  };
}

/** Telegram gives the app's IETF tag; languages close to ours are answered in what the desk speaks. */
const languageOf = (from: TelegramUser): Language | undefined => {
  const tag = from.language_code?.toLowerCase().split('-')[0];
  return tag === 'en' || tag === 'ru' ? tag : undefined;
};
