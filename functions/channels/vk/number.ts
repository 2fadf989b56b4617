import type { VkMessage } from './event.ts';

/** Messages count anew in each conversation; very old callback servers know only the community's own count. */
export const numberOf = (message: Pick<VkMessage, 'peer' | 'id' | 'conversation_message_id'>) =>
  `${message.peer}:${message.conversation_message_id ?? `id${message.id ?? ''}`}`;

/** Conversations of several people; below it a person's own number. */
const firstGroupChat = 2_000_000_000;

export const isPerson = (id: number): boolean => id > 0 && id < firstGroupChat;
