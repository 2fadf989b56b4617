import type { Understood } from '../channel.ts';
import { chatInbound } from '../chat-inbound.ts';
import { type HookInput, jsonOf } from '../hook-delivery.ts';
import { plainText } from '../plain-text.ts';
import { plausibleInstant } from '../plausible-instant.ts';
import { albumKey, deliveryKey, sentKey } from '../pointers.ts';
import { withinSecond } from '../within-second.ts';
import { chatAddress } from './chat-address.ts';
import { contentOf } from './content.ts';
import { deletionsOf, membershipOf, pressOf, reactionOf, startOf } from './events.ts';
import { nameOf, senderOf } from './sender.ts';
import { type TelegramMessage, Update } from './update.ts';

const ignore = (code: string): Understood => ({ incoming: [], ignored: [`telegram.${code}`] });

/** One update is one message, or events. Groups and bots make no tickets. */
export async function parseTelegram(input: HookInput): Promise<Understood> {
  const update = Update.parse(jsonOf(input.body));
  const { my_chat_member: member, message_reaction: reaction, callback_query: press } = update;
  if (member) return membershipOf(member, input) ?? ignore('not-private');
  if (reaction) return reactionOf(reaction, input) ?? ignore('not-private');
  if (press) return pressOf(press, input) ?? ignore('not-private');
  if (update.deleted_business_messages) return deletionsOf(update.deleted_business_messages, input);
  const edited = update.edited_message ?? update.edited_business_message;
  if (edited) return understand(edited, input, edition);
  const message = update.message ?? update.business_message;
  return message ? understand(message, input, statement) : ignore('update-unknown');
}

/** Who wrote in a private chat: the customer, whose number it has, or the owner of a business account. */
type Author = 'customer' | 'owner';

function understand(
  message: TelegramMessage,
  input: HookInput,
  read: (message: TelegramMessage, input: HookInput, author: Author) => Understood,
): Understood {
  const { chat, from, business_connection_id: business } = message;
  if (chat.type !== 'private') return ignore('not-private');
  // Bots write in a business account's name too; that one is us.
  if (!from || from.is_bot || message.sender_business_bot) return ignore('from-bot');
  return read(message, input, business === undefined || from.id === chat.id ? 'customer' : 'owner');
}

function statement(message: TelegramMessage, input: HookInput, author: Author): Understood {
  const { from } = message;
  if (!from) return ignore('from-bot');
  const start = author === 'customer' ? startOf(message, input) : undefined;
  if (start) return start;
  const content = contentOf(message);
  if (!content) return ignore('service-message');
  const chat = chatAddress(message);
  const { media_group_id: album, contact } = message;
  const isOwnContact = contact?.user_id === from.id && author === 'customer';
  const phone = isOwnContact ? `+${contact.phone_number.replaceAll(/\D/g, '')}` : '';
  const inbound = chatInbound(input, {
    channel: 'telegram',
    chat,
    number: `${chat}:${message.message_id}`,
    from: author === 'customer' ? senderOf(from) : customerOf(message),
    text: content.text,
    externalId: message.message_id,
    inReplyTo: message.reply_to_message?.message_id,
    occurredAt: withinSecond(message.date, message.message_id, input.receivedAt),
    flags: content.flags,
    ...(content.place && { place: content.place }),
    ...(album !== undefined && {
      albumKey: albumKey('telegram', input.connection.id, `${chat}:${album}`),
    }),
    ...(/^\+[1-9]\d{4,14}$/.test(phone) && { provenPhone: phone }),
    ...(author === 'owner' && {
      kind: 'reply',
      authorName: plainText(nameOf(from)),
      mayAcknowledge: false,
    }),
  });
  return { incoming: [{ inbound, files: content.files }], ignored: [] };
}

/** An owner's answer carries the customer as its chat. */
const customerOf = ({ chat }: TelegramMessage) => ({
  externalId: chat.id,
  name: [chat.first_name, chat.last_name].filter(Boolean).join(' '),
});

/** The newest wording. Telegram also sends edits that change nothing a person can see; intake compares. */
function edition(message: TelegramMessage, input: HookInput, author: Author): Understood {
  // A live location moves by edits, several a minute.
  if (message.location) return ignore('location-moved');
  const content = contentOf(message);
  if (!content) return ignore('service-message');
  const number = `${chatAddress(message)}:${message.message_id}`;
  const [whole] = statement(message, input, author).incoming;
  const event = {
    kind: 'edited' as const,
    text: content.text,
    ...(whole && { whole }),
    keys: [
      deliveryKey('telegram', input.connection.id, number),
      sentKey('telegram', input.connection.id, number),
    ],
    at: plausibleInstant((message.edit_date ?? message.date) * 1000, input.receivedAt),
    whole: statement(message, input, author).incoming[0],
  };
  return { incoming: [], events: [event], ignored: [] };
}
