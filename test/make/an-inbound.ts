import type { Inbound } from '../../functions/desk/inbound.ts';

/** A customer's first mail unless told otherwise. */
export const anInbound = (over: Partial<Inbound> = {}): Inbound => ({
  channel: 'mail',
  connectionId: 'support',
  idempotencyKey: 'mail|support|first@customer.example',
  contentHash: 'a'.repeat(64),
  kind: 'customer',
  sender: {
    channel: 'mail',
    externalId: 'ann@customer.example',
    name: 'Ann Lee',
    isVerified: true,
  },
  replyTo: { address: 'ann@customer.example', cc: [] },
  subject: 'Where is my payout?',
  text: 'I asked for a payout on Monday.',
  attachments: [],
  externalId: 'first@customer.example',
  references: ['first@customer.example'],
  knownTickets: [],
  pointers: [],
  leaves: [],
  isConversation: false,
  isSpam: false,
  mayAcknowledge: true,
  flags: [],
  occurredAt: '2026-11-02T09:00:00.000Z',
  language: 'en',
  ...over,
});
