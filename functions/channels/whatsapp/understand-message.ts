import { chatInbound } from '../chat-inbound.ts';
import { languageOf } from '../language-of.ts';
import { instantOf, orderedInstantOf } from '../meta/instant.ts';
import { messageKeys } from '../meta/message-keys.ts';
import { type Batch, happened, ignoring, said } from '../meta/understood.ts';
import { cut, plainText } from '../plain-text.ts';
import { contentOf } from './content.ts';
import type { WhatsAppMessage } from './message.ts';
import type { NumberContext } from './parse.ts';
import { addressOf, chatKeysOf, type Person, personOf, provenPhoneOf, senderOf } from './person.ts';

/** They say nothing and must make no customer: WhatsApp's own, a chat that was only opened, a message that is gone. */
const silentTypes: readonly string[] = ['system', 'request_welcome', 'ephemeral'];

export function understandMessage(message: WhatsAppMessage, context: NumberContext): Batch {
  if (message.group_id !== undefined) return ignoring('whatsapp.group');
  if (silentTypes.includes(message.type)) return ignoring(`whatsapp.${message.type}`);
  const person = personOf([message.from_user_id, message.from], context.contacts);
  const change = changeOf(message, context, 'customer');
  if (change) return change;
  if (!person) return ignoring('whatsapp.no-sender');
  return said(incomingOf(message, person, context, 'customer'));
}

/** Written in the WhatsApp Business app on a number that is in both: never what we sent ourselves. */
export function understandEcho(message: WhatsAppMessage, context: NumberContext): Batch {
  if (message.group_id !== undefined) return ignoring('whatsapp.group');
  const change = changeOf(message, context, 'agent');
  if (change) return change;
  const person = personOf([message.to_user_id, message.to], context.contacts);
  if (!person) return ignoring('whatsapp.no-recipient');
  return said(incomingOf(message, person, context, 'reply'));
}

/** What happened to a message that is there already: a reaction, another wording, its withdrawal. */
function changeOf(
  { type, timestamp, reaction, edit, revoke }: WhatsAppMessage,
  { connection, receivedAt }: NumberContext,
  by: 'customer' | 'agent',
): Batch | undefined {
  const at = instantOf(timestamp, receivedAt);
  if (type === 'reaction') {
    if (!reaction) return ignoring('whatsapp.reaction-unreadable');
    const { message_id: id } = reaction;
    const emoji = cut(plainText(reaction.emoji ?? ''), 40);
    const keys = messageKeys('whatsapp', connection.id, id);
    return happened({ kind: 'reaction', at, keys, by, ...(emoji && { emoji }) });
  }
  if (type === 'edit' && edit?.message) {
    const keys = messageKeys('whatsapp', connection.id, edit.original_message_id);
    const { text } = contentOf(edit.message);
    return happened({ kind: 'edited', at, keys, text });
  }
  if (type === 'revoke' && revoke)
    return happened({
      kind: 'deleted',
      at,
      keys: messageKeys('whatsapp', connection.id, revoke.original_message_id),
    });
  return undefined;
}

const isPassedOn = ({ context }: WhatsAppMessage): boolean =>
  context?.forwarded === true || context?.frequently_forwarded === true;

function incomingOf(
  message: WhatsAppMessage,
  person: Person,
  { connection, receivedAt, index = 0 }: NumberContext,
  kind: 'customer' | 'reply',
) {
  const { text, files, place, flags } = contentOf(message);
  const chats = chatKeysOf(person, connection.id);
  const provenPhone = provenPhoneOf(person);
  const sender = senderOf(person, connection.id);
  const inbound = chatInbound(
    { connection },
    {
      channel: 'whatsapp',
      chat: addressOf(person),
      number: message.id,
      from: sender,
      sender,
      kind,
      text,
      externalId: message.id,
      ...(message.context?.id !== undefined && { inReplyTo: message.context.id }),
      ...(place && { place }),
      ...(provenPhone !== undefined && { provenPhone }),
      pointers: chats,
      leaves: chats,
      // Shown together once, either id alone leads to the ticket from then on.
      ...(chats.length > 1 && { aliases: chats }),
      mayAcknowledge: kind === 'customer',
      flags: [...flags, ...(isPassedOn(message) ? ['forwarded'] : [])],
      occurredAt: orderedInstantOf(message.timestamp, receivedAt, index),
      language: languageOf(text),
    },
  );
  return { inbound, files };
}
