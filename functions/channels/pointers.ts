import type { ChannelKind } from '../../schemas/primitives.ts';

/**
 * The keys by which a message, a mail thread or a chat is known again. One namespace for keys of idempotency,
 * threads and chats: the second word is always the connection (or `wire`), the third says what is counted.
 */

/** A mail by its RFC Message-ID, ours or theirs; its idempotency key and the pointer for answers to it. */
export const mailKey = (connectionId: string, messageId: string) =>
  `mail|${connectionId}|${messageId}`;

/** A mail of ours by SES's bare id, under which its Message-ID and its events come back. */
export const wireKey = (sesId: string) => `wire|${sesId}`;

/**
 * A message of theirs by the provider's own number of it (`wamid`, `<chat>:<message_id>`), else of its delivery
 * (`webhook-id`), or a form's submission. Edits, deletions and reactions find the message by it.
 */
export const deliveryKey = (channel: ChannelKind, connectionId: string, id: string) =>
  `${channel}|${connectionId}|in|${id}`;

/** A conversation that has one open ticket at most. */
export const chatKey = (channel: ChannelKind, connectionId: string, chatId: string) =>
  `${channel}|${connectionId}|chat|${chatId}`;

/** An album, whose parts come as messages of their own. */
export const albumKey = (channel: ChannelKind, connectionId: string, id: string) =>
  `${channel}|${connectionId}|album|${id}`;

/** A message of ours in a chat by the provider's id. */
export const sentKey = (channel: ChannelKind, connectionId: string, id: string) =>
  `${channel}|${connectionId}|out|${id}`;

/** A letter by one of its scans, so that entering it twice is noticed. */
export const scanKey = (connectionId: string, sha256: string) =>
  `letter|${connectionId}|scan|${sha256}`;

/** Whether something went through the conversation's connection. */
export const isOfChat = (
  chat: string,
  { channel, connectionId }: { readonly channel: ChannelKind; readonly connectionId: string },
): boolean => chat.startsWith(chatKey(channel, connectionId, ''));

/** An echo's key as what we send has it, whichever of the two its parser gave. */
export const asSentKey = (channel: ChannelKind, connectionId: string, key: string): string => {
  const theirs = deliveryKey(channel, connectionId, '');
  return key.startsWith(theirs) ? sentKey(channel, connectionId, key.slice(theirs.length)) : key;
};
