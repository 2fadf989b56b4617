import { describe, expect, it } from 'vitest';
import { aBook, aDesk } from '../../../test/make/a-desk.ts';
import { anAgent, aTicket } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { snooze } from './change-status.ts';
import { dispatchTicket } from './dispatch.ts';
import { messageFrom } from './message.ts';
import { tickTicket } from './tick.ts';

const book = aBook();
const first = messageFrom(anInbound(), {
  ticketId: 'tkt_1042',
  kind: 'customer',
  now: '2026-11-02T09:00:01.000Z',
});
const promised = () => {
  const change = dispatchTicket({
    ticket: aTicket(),
    entries: [first],
    desk: aDesk(),
    isAckAllowed: false,
    now: '2026-11-02T09:00:02.000Z',
  });
  if (!change) throw new Error('dispatch did nothing');
  return change.ticket;
};

describe('time', () => {
  it('changes nothing before anything is due', () => {
    expect(
      tickTicket({ ticket: promised(), book, now: '2026-11-02T10:00:00.000Z' }),
    ).toBeUndefined();
  });

  it('warns and breaches each once, with the true moments, however late it comes', () => {
    const ticked = tickTicket({ ticket: promised(), book, now: '2026-11-02T18:00:00.000Z' });
    const again = tickTicket({
      ticket: ticked?.ticket ?? promised(),
      book,
      now: '2026-11-02T18:01:00.000Z',
    });

    expect(
      ticked?.entries.map((entry) => entry.type === 'event' && [entry.kind, entry.occurredAt]),
    ).toEqual([
      ['warned', '2026-11-02T12:00:00.000Z'],
      ['warned', '2026-11-02T12:45:00.000Z'],
      ['breached', '2026-11-02T13:00:00.000Z'],
    ]);
    expect(ticked?.ticket.isBreached).toBe(true);
    expect(again).toBeUndefined();
  });

  it('wakes a snoozed ticket at its moment', () => {
    const { change } = snooze({
      ticket: promised(),
      by: anAgent(),
      until: '2026-11-02T11:00:00.000Z',
      book,
      now: '2026-11-02T10:00:00.000Z',
    });
    const ticket = change?.ticket ?? promised();

    expect(tickTicket({ ticket, book, now: '2026-11-02T10:59:59.000Z' })).toBeUndefined();
    expect(tickTicket({ ticket, book, now: '2026-11-02T11:00:00.000Z' })?.ticket).toMatchObject({
      status: 'open',
      snoozedUntil: undefined,
    });
  });

  it('is told to the agent when a snooze passes a due moment', () => {
    const { passesDue } = snooze({
      ticket: promised(),
      by: anAgent(),
      until: '2026-11-03T09:00:00.000Z',
      book,
      now: '2026-11-02T10:00:00.000Z',
    });

    expect(passesDue).toBe('2026-11-02T13:00:00.000Z');
  });
});
