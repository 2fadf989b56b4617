import type { Inbound } from '../desk/inbound.ts';

type Chat = Pick<
  Inbound,
  'references' | 'knownTickets' | 'pointers' | 'leaves' | 'isConversation' | 'isSpam'
>;

/**
 * How any chat's message finds its ticket: by the chat alone (its pointer key, `telegram|<bot>|<chat>`), which
 * whatever ticket it opens leaves behind for the next message.
 */
export const inChat = (chat: string): Chat => ({
  references: [],
  knownTickets: [],
  pointers: [chat],
  leaves: [chat],
  isConversation: true,
  isSpam: false,
});
