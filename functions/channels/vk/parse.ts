import type { Understood } from '../channel.ts';
import { chatInbound } from '../chat-inbound.ts';
import { entryOf } from '../entry-of.ts';
import { type HookInput, jsonOf } from '../hook-delivery.ts';
import { plausibleInstant } from '../plausible-instant.ts';
import { deliveryKey, sentKey } from '../pointers.ts';
import { withinSecond } from '../within-second.ts';
import { contentOf } from './content.ts';
import { NewMessage, VkEvent, VkMessage } from './event.ts';
import { permissionOf, pressOf, reactionOf, readingOf, startOf } from './events.ts';
import { isPerson, numberOf } from './number.ts';
import { vkProfile } from './profile.ts';

const ignore = (code: string): Understood => ({ incoming: [], ignored: [`vk.${code}`] });

type Read = (object: object, input: HookInput) => Understood;

const kinds: Readonly<Record<string, Read>> = {
  message_new: statement,
  message_reply: echo,
  message_edit: edition,
  message_read: readingOf,
  message_allow: (object, input) => permissionOf('unblocked', object, input),
  message_deny: (object, input) => permissionOf('blocked', object, input),
  user_block: (object, input) => permissionOf('blocked', object, input),
  user_unblock: (object, input) => permissionOf('unblocked', object, input),
  message_event: pressOf,
  message_reaction_event: reactionOf,
};

/** One event is one message or event of a chat; what else happens in a community is counted. */
export async function parseVk(input: HookInput): Promise<Understood> {
  const event = VkEvent.parse(jsonOf(input.body));
  return entryOf(kinds, event.type)?.(event.object, input) ?? ignore('event-unknown');
}

/** 0 is Russian, 3 English; the other languages of the apps are answered in the desk's own. */
const languages: Readonly<Record<number, 'ru' | 'en'>> = { 0: 'ru', 3: 'en' };

function statement(object: object, input: HookInput): Understood {
  const { message: inner, client_info: client } = NewMessage.parse(object);
  const message = VkMessage.parse(inner ?? object);
  if (!isPerson(message.author) || !isPerson(message.peer)) return ignore('not-private');
  const start = startOf(message, input);
  if (start) return start;
  const { incoming } = spoken(message, input);
  const language = languages[client?.lang_id ?? -1];
  return {
    incoming: incoming.map(({ inbound, files }) => ({
      inbound: { ...inbound, language, sender: { ...inbound.sender, language } },
      files,
    })),
    ignored: [],
  };
}

/** Everything that leaves the community comes back; only what a person wrote in VK is new to us. */
function echo(object: object, input: HookInput): Understood {
  const message = VkMessage.parse(object);
  if (!isPerson(message.peer)) return ignore('not-private');
  if (message.admin_author_id === undefined) return ignore('own-message');
  const { incoming } = spoken(message, input);
  return {
    incoming: incoming.map(({ inbound, files }) => ({
      inbound: { ...inbound, kind: 'reply', mayAcknowledge: false },
      files,
    })),
    ignored: [],
  };
}

/** VK names nobody in its events (`profile.ts`); the chat is the customer's, whoever wrote. */
function spoken(message: VkMessage, input: HookInput): Pick<Understood, 'incoming'> {
  const content = contentOf(message);
  const person = String(message.peer);
  const { id, conversation_message_id: number = id, reply_message: answered } = message;
  const inbound = chatInbound(input, {
    channel: 'vk',
    chat: person,
    number: numberOf(message),
    from: { externalId: person, name: vkProfile.nameless },
    text: content.text,
    externalId: number,
    inReplyTo: answered?.conversation_message_id ?? answered?.id,
    flags: content.flags,
    ...(content.place && { place: content.place }),
    occurredAt: withinSecond(message.date, number, input.receivedAt),
  });
  return { incoming: [{ inbound, files: content.files }] };
}

/** Of both sides; our own changes come back and say nothing new. */
function edition(object: object, input: HookInput): Understood {
  const message = VkMessage.parse(object);
  if (!isPerson(message.peer)) return ignore('not-private');
  const number = numberOf(message);
  const at = plausibleInstant((message.update_time ?? message.date) * 1000, input.receivedAt);
  const keys = [
    deliveryKey('vk', input.connection.id, number),
    sentKey('vk', input.connection.id, number),
  ];
  const { text } = contentOf(message);
  const [whole] = isPerson(message.author) ? spoken(message, input).incoming : [];
  const event = { kind: 'edited' as const, text, ...(whole && { whole }), keys, at };
  return { incoming: [], events: [event], ignored: [] };
}
