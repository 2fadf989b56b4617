import type { Message } from '../../schemas/timeline.ts';

/** A message of the site chat as it is stored. */
export const aChatMessage = (over: Partial<Message> = {}): Message => ({
  type: 'message',
  id: 'msg_0000000000000001',
  ticketId: 'tkt_1',
  direction: 'in',
  kind: 'customer',
  author: { kind: 'customer', name: 'Visitor #WXYZ' },
  channel: 'chat',
  connectionId: 'site-chat',
  address: 'v:0123456789abcdef',
  text: 'Hello',
  attachments: [],
  occurredAt: '2026-11-02T10:00:00.000Z',
  storedAt: '2026-11-02T10:00:00.000Z',
  flags: [],
  ...over,
});
