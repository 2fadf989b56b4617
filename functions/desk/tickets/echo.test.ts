import { describe, expect, test } from 'vitest';
import type { Ticket } from '../../../schemas/ticket.ts';
import { aBook, aDesk } from '../../../test/make/a-desk.ts';
import { aCustomer } from '../../../test/make/a-ticket.ts';
import { inAnnsChat, ours } from '../../../test/make/in-a-chat.ts';
import { dispatchTicket } from './dispatch.ts';
import { decide, openTicket, receive } from './receive.ts';

const at = (minute: number) => `2026-11-23T10:0${minute}:00.000Z`;
const now = at(9);

const asked = (): Ticket => {
  const { ticket, entries } = openTicket({
    inbound: inAnnsChat('10', { occurredAt: at(0) }),
    customer: aCustomer(),
    number: 7,
    topic: 'payouts',
    reason: { rule: 'connection', detail: 'bot' },
    now: at(0),
  });
  const desk = aDesk();
  return (
    dispatchTicket({ ticket, entries, desk, isAckAllowed: true, now: at(0) })?.ticket ?? ticket
  );
};
const taking = (ticket: Ticket, inbound: ReturnType<typeof inAnnsChat>) =>
  receive({ ticket, inbound, isCustomer: true, book: aBook(), timeline: [], now });
const echo = (minute: number) =>
  inAnnsChat('11', {
    kind: 'reply',
    idempotencyKey: ours('11'),
    text: 'It left on Monday.',
    authorName: 'Olga',
    occurredAt: at(minute),
  });

describe('an answer in the channel’s own app', () => {
  test('stands on the ticket as ours and sent, for no outbox', () => {
    const { entries } = taking(asked(), echo(5));

    expect(entries[0]).toMatchObject({
      direction: 'out',
      kind: 'reply',
      author: { kind: 'agent', name: 'Olga' },
      flags: ['echo'],
      delivery: { state: 'sent', attempts: 0 },
      occurredAt: at(5),
    });
  });

  test('answers the customer at its own time', () => {
    const { ticket, entries } = taking(asked(), echo(5));

    expect(ticket).toMatchObject({ status: 'waiting', lastMessageBy: 'agent' });
    expect(ticket.waitingSince).toBeUndefined();
    expect(entries[0]).toMatchObject({
      ended: [{ kind: 'first-reply', state: 'met', endedAt: at(5) }],
    });
  });

  test('does not answer what was asked after it', () => {
    const { ticket } = taking(
      taking(asked(), inAnnsChat('12', { occurredAt: at(6) })).ticket,
      echo(5),
    );

    expect(ticket).toMatchObject({ status: 'open', waitingSince: at(6) });
  });

  test('neither opens a closed ticket nor goes on in a new one', () => {
    const closed = { ...asked(), status: 'closed', closedAt: '2026-01-01T00:00:00.000Z' } as const;

    expect(decide(closed, echo(5), { reopenDays: 14 })).toBe('append');
    expect(taking(closed, echo(5)).ticket).toMatchObject({ status: 'closed' });
  });
});
