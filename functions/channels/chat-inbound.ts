import type { HookChannel } from '../../schemas/primitives.ts';
import type { Inbound, Sender } from '../desk/inbound.ts';
import { contentHash } from './content-hash.ts';
import type { HookInput } from './hook-delivery.ts';
import { inChat } from './in-chat.ts';
import { languageOf } from './language-of.ts';
import { cut, plainText, subjectOf } from './plain-text.ts';
import { chatKey, deliveryKey } from './pointers.ts';

type Said = Pick<Inbound, 'occurredAt' | 'text'> &
  Partial<Inbound> & {
    readonly channel: HookChannel;
    /** The conversation as the channel names it; answers go there. */
    readonly chat: string;
    /** The message as the channel names it. */
    readonly number: string;
    readonly from: Pick<Sender, 'externalId' | 'name' | 'language'>;
  };

/** Of a person or a chat. What is longer is no id, and would not fit a customer's card. */
const idMax = 320;
/** Of a message. */
const isKept = (id: string | undefined): id is string => id !== undefined && id.length <= 998;

/**
 * A message of a messenger that names its chats, its people and its messages, and vouches for them: the same number
 * is the same message, whatever else of a repeated delivery differs. @throws RangeError for ids that are none
 */
export function chatInbound({ connection }: Pick<HookInput, 'connection'>, said: Said): Inbound {
  const { channel, chat, number, from, inReplyTo, externalId, ...fields } = said;
  if (chat.length > idMax || from.externalId.length > idMax)
    throw new RangeError(
      `${channel}: an id of ${Math.max(chat.length, from.externalId.length)} characters`,
    );
  const key = deliveryKey(channel, connection.id, number);
  return {
    channel,
    connectionId: connection.id,
    idempotencyKey: key,
    contentHash: contentHash(key),
    kind: 'customer',
    sender: {
      channel,
      connectionId: connection.id,
      externalId: from.externalId,
      name: cut(plainText(from.name) || from.externalId, 120),
      isVerified: true,
      language: from.language,
    },
    replyTo: { address: chat, cc: [] },
    subject: subjectOf(said.text),
    attachments: [],
    ...inChat(chatKey(channel, connection.id, chat)),
    mayAcknowledge: true,
    flags: [],
    // The words tell more than the language of somebody's app.
    language: languageOf(said.text) ?? from.language,
    ...(isKept(inReplyTo) && { inReplyTo }),
    ...(isKept(externalId) && { externalId }),
    ...fields,
  };
}
