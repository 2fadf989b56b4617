import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { Hold, Ticket } from '../../../schemas/ticket.ts';
import { aBook } from '../../../test/make/a-desk.ts';
import { anAgent, aTicket } from '../../../test/make/a-ticket.ts';
import { silent } from '../alerts/alerting.ts';
import type { TicketChange } from '../change.ts';
import { changeStatus } from './change-status.ts';
import { changed } from './changed.ts';
import { assign, claim } from './claim.ts';
import { leaseOf } from './hold.ts';
import { changePriority } from './move.ts';
import { note } from './note.ts';
import { reply } from './reply.ts';
import { tickTicket } from './tick.ts';

const day = [{ opens: '09:00', closes: '17:00' }];
const hours: Calendar = {
  id: 'hours',
  version: 1,
  name: 'Hours',
  timeZone: 'UTC',
  weekdays: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  holidays: [],
};
const at = (time: string, date = '02') => `2026-11-${date}T${time}:00.000Z`;
const now = at('10:05');
const line = { claimMinutes: 30, calendarId: 'hours' };
const lease = (time: string) =>
  leaseOf({ why: 'claimed', line, calendars: [hours], now: at(time) })?.until;

const olga = anAgent();
const ivan = anAgent({ id: 'agt_ivan', name: 'Ivan' });
const hold: Hold = { why: 'claimed', since: at('10:00'), until: at('10:30') };
const held = (over: Partial<Ticket> = {}): Ticket =>
  aTicket({ assigneeId: olga.id, line: 'front', hold, nextDueAt: hold.until, ...over });
const book = aBook();

describe('a lease', () => {
  test('is the line’s minutes while the line is open', () => {
    expect(lease('10:00')).toBe(at('10:30'));
    expect(lease('16:45')).toBe(at('09:15', '03'));
    expect(lease('20:00')).toBe(at('09:30', '03'));
  });

  test('is none where the line gives tickets for good', () => {
    expect(
      leaseOf({ why: 'claimed', line: { calendarId: 'hours' }, calendars: [hours], now }),
    ).toBeUndefined();
  });

  test('is when the clock must look', () => {
    const change = claim({ ticket: aTicket(), by: olga, takeOver: false, hold, now });

    expect(change?.ticket).toMatchObject({ hold, nextDueAt: hold.until });
  });
});

describe('what the holder does makes the ticket theirs', () => {
  const acts: Record<string, (ticket: Ticket) => TicketChange | undefined> = {
    'a note': (ticket) =>
      note({ ticket, by: olga, clientId: 'c', text: 'Asked.', attachments: [], now }).change,
    'an answer': (ticket) =>
      reply({
        ticket,
        by: olga,
        clientId: 'c',
        text: 'Soon.',
        answersId: ticket.lastPublicId,
        attachments: [],
        statusAfter: 'open',
        book,
        now,
      }).change,
    'a status': (ticket) => changeStatus({ ticket, by: olga, status: 'on_hold', book, now }),
    'a priority': (ticket) => changePriority({ ticket, by: olga, priority: 'high', book, now }),
  };

  test.each(Object.keys(acts))('%s', (name) => {
    const next = acts[name]?.(held())?.ticket;

    expect(next?.hold).toBeUndefined();
    expect(next?.assigneeId).toBe(olga.id);
  });

  test('what others do does not', () => {
    const byIvan = note({
      ticket: held(),
      by: ivan,
      clientId: 'c',
      text: 'Hi.',
      attachments: [],
      now,
    });

    expect(byIvan.change.ticket.hold).toEqual(hold);
    expect(changed(held(), { preview: 'Are you there?' }).ticket.hold).toEqual(hold);
  });

  test('a colleague’s decision is for good', () => {
    const change = assign({ ticket: held(), by: ivan, assignee: ivan, now });

    expect(change?.ticket.hold).toBeUndefined();
  });
});

describe('the end of a lease', () => {
  const tick = (ticket: Ticket, time = '10:30') =>
    tickTicket({ ticket, book, alerting: { ...silent, agents: [olga, ivan] }, now: at(time) });

  test('gives the ticket back to the queue, once, with the reason', () => {
    const change = tick(held());

    expect(change?.ticket).toMatchObject({ assigneeId: undefined, hold: undefined });
    expect(change?.entries).toMatchObject([
      { kind: 'lapsed', data: { from: 'agt_olga', fromName: 'Olga', why: 'claimed' } },
    ]);
    expect(change && tick(change.ticket)).toBeUndefined();
  });

  test('is not before its time', () => {
    expect(tick(held(), '10:29')).toBeUndefined();
  });

  test('sends it on to the line that the hold names', () => {
    expect(tick(held({ hold: { ...hold, then: { line: 'second' } } }))?.ticket).toMatchObject({
      assigneeId: undefined,
      line: 'second',
    });
  });

  test('gives it to the person that the hold names, for as long, then to the queue', () => {
    const first = tick(held({ hold: { ...hold, then: { agentId: 'agt_ivan' } } }))?.ticket;
    const second = first && tick(first, '11:00')?.ticket;

    expect(first).toMatchObject({ assigneeId: 'agt_ivan', hold: { until: at('11:00') } });
    expect(second).toMatchObject({ assigneeId: undefined, hold: undefined });
  });

  test('gives it to the queue when that person left', () => {
    const change = tick(held({ hold: { ...hold, then: { agentId: 'agt_gone' } } }));

    expect(change?.ticket.assigneeId).toBeUndefined();
  });

  test('of a ticket that is not in work any more tells nothing', () => {
    const change = tick(held({ status: 'waiting' }));

    expect(change?.entries).toEqual([]);
    expect(change?.ticket).toMatchObject({ assigneeId: 'agt_olga', hold: undefined });
  });
});

describe('taking a ticket', () => {
  const taken = claim({ ticket: aTicket(), by: olga, takeOver: false, now });

  test('is told with what comes next', () => {
    const next =
      taken &&
      note({ ticket: taken.ticket, by: olga, clientId: 'c', text: 'So.', attachments: [], now });

    expect(taken?.entries).toEqual([]);
    expect(next?.change.entries).toMatchObject([{ kind: 'claimed' }, { type: 'note' }]);
    expect(next?.change.ticket.carried).toBeUndefined();
  });

  test('from each other again and again is written down after all', () => {
    let ticket = aTicket();
    const written: unknown[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      const change = claim({ ticket, by: turn % 2 ? olga : ivan, takeOver: true, now });
      written.push(...(change?.entries ?? []));
      ticket = change?.ticket ?? ticket;
    }

    expect(written.length + (ticket.carried?.length ?? 0)).toBe(10);
    expect(ticket.carried?.length ?? 0).toBeLessThanOrEqual(4);
  });
});
