import { describe, expect, it } from 'vitest';
import type { AlertStep } from '../../../schemas/alert-policy.ts';
import type { Reminder, Ticket } from '../../../schemas/ticket.ts';
import { aPromise, created, HOUR } from '../../../test/make/a-promise.ts';
import { anAgent, aTicket } from '../../../test/make/a-ticket.ts';
import { anAlerting, aStep } from '../../../test/make/an-alerting.ts';
import { bookOf } from '../promises/book.ts';
import { startClocks } from '../promises/clocks.ts';
import { pinUse } from '../promises/select-promise.ts';
import { changeStatus } from '../tickets/change-status.ts';
import { changed } from '../tickets/changed.ts';
import { advanceClocks, alertEvent, clockFields } from '../tickets/clocked.ts';
import { tickTicket } from '../tickets/tick.ts';
import { addressedOf, isToBeTold } from './addressed.ts';

/** An hour for the first reply and for the resolution, around the clock; a warning after half of it. */
const promise = aPromise({
  normal: {
    'first-reply': { calendar: '24x7', targetSeconds: { normal: HOUR } },
  },
  warn: [{ percent: 50 }],
});
const resolving = aPromise({
  id: 'resolving',
  normal: { resolution: { calendar: '24x7', targetSeconds: { normal: HOUR }, variant: 'waiting' } },
  warn: [],
});
const book = bookOf([promise, resolving], []);

const opened = (over: Partial<Ticket> = {}, by = promise): Ticket => {
  const at = '2026-11-16T09:00:00.000Z';
  const clocks = startClocks(created(at, { use: pinUse(by, 'normal', []) }), book);
  return changed(aTicket({ line: 'front', assigneeId: 'agt_olga', ...over }), clockFields(clocks))
    .ticket;
};

const olga = anAgent({ id: 'agt_olga' });
const lena = anAgent({ id: 'agt_lena', leads: ['payouts'] });
const boss = anAgent({ id: 'agt_boss', role: 'super-admin', lines: [] });
const agents = [olga, lena, boss];

const ladder: AlertStep[] = [
  aStep({ on: 'warn' }),
  aStep({ by: ['screen', 'mail', 'webhook'] }),
  aStep({ afterMinutes: 30, to: ['leads'] }),
  aStep({ afterMinutes: 120, to: ['admins'], by: ['mail'] }),
];
const alerting = anAlerting({ agents, steps: ladder });

const at = (time: string) => `2026-11-16T${time}:00.000Z`;

/** The clock comes at each of these times; what is told at each, as `kind to by`. */
const lived = (ticket: Ticket, times: readonly string[], by = alerting) => {
  let now = ticket;
  const told = times.map((time) => {
    const change = tickTicket({ ticket: now, book, alerting: by, now: at(time) });
    now = change?.ticket ?? now;
    return (change?.entries ?? []).filter(isToBeTold).map((event) => {
      const { screen, mail, places } = addressedOf(event);
      return [event.kind, ...new Set([...screen, ...mail]), ...places].join(' ');
    });
  });
  return { told, ticket: now };
};

describe('the ladder', () => {
  it('climbs rung by rung while the promise stays broken', () => {
    const { told } = lived(opened(), ['09:31', '10:01', '10:30', '10:31', '12:01', '23:00']);

    expect(told).toEqual([
      ['warned agt_olga'],
      ['breached agt_olga webhook'],
      ['reminded agt_lena'],
      [],
      ['reminded agt_boss'],
      [],
    ]);
  });

  it('tells each rung once, however often the clock comes', () => {
    const { told } = lived(opened(), ['10:01', '10:01', '10:31', '10:31', '10:32']);

    expect(told.flat()).toEqual(['breached agt_olga webhook', 'reminded agt_lena']);
  });

  it('ends when the promise is met or given up', () => {
    const { ticket } = lived(opened(), ['10:01']);
    const closing = changeStatus({ ticket, by: olga, status: 'closed', book, now: at('10:10') });

    expect(ticket.reminders).toHaveLength(2);
    expect(closing?.ticket).toMatchObject({ reminders: undefined, nextDueAt: undefined });
  });

  it('of a warning ends with the breach', () => {
    const steps = [aStep({ on: 'warn' }), aStep({ on: 'warn', afterMinutes: 60, to: ['leads'] })];

    const { told, ticket } = lived(
      opened(),
      ['09:31', '10:01', '10:31'],
      anAlerting({ agents, steps }),
    );

    expect(told).toEqual([['warned agt_olga'], [], []]);
    expect(ticket.reminders).toBeUndefined();
  });

  it('waits while the clock is paused and goes on with it', () => {
    const breached = lived(opened({}, resolving), ['10:01']).ticket;
    const waiting = changeStatus({
      ticket: breached,
      by: olga,
      status: 'waiting',
      book,
      now: at('10:10'),
    })?.ticket as Ticket;

    const { told } = lived(waiting, ['10:31']);
    const open = changeStatus({
      ticket: waiting,
      by: olga,
      status: 'open',
      book,
      now: at('11:00'),
    });

    expect(told).toEqual([[]]);
    expect(waiting).toMatchObject({ nextDueAt: undefined });
    expect(lived(open?.ticket as Ticket, ['11:01']).told).toEqual([['reminded agt_lena']]);
  });

  it('tells nobody twice at once when the clock was away', () => {
    const { told } = lived(
      opened({ assigneeId: undefined }),
      ['13:00'],
      anAlerting({
        agents,
        steps: [
          aStep({ to: ['leads'] }),
          aStep({ afterMinutes: 30, to: ['leads'] }),
          aStep({ afterMinutes: 60, to: ['admins'] }),
        ],
      }),
    );

    expect(told).toEqual([['breached agt_lena', 'reminded agt_boss']]);
  });

  it('leaves out a rung that the policy has lost', () => {
    const { ticket } = lived(opened(), ['10:01']);
    const shorter = anAlerting({ agents, steps: ladder.slice(0, 2) });

    const later = lived(ticket, ['10:31', '12:01'], shorter);

    expect([later.told, later.ticket.reminders]).toEqual([[[], []], undefined]);
  });
});

describe('an alert that somebody else’s change brought to light', () => {
  const noted = (ticket: Ticket) => {
    const clocked = advanceClocks(ticket, [{ kind: 'note', at: at('10:00') }], { book });
    const later = advanceClocks(
      { ...ticket, ...clocked.fields },
      [{ kind: 'note', at: '2026-11-16T10:00:20.000Z' }],
      { book },
    );
    const alerts = [...clocked.alerts, ...later.alerts];
    return changed(
      ticket,
      later.fields,
      alerts.map((alert) => alertEvent(ticket.id, alert)),
    );
  };

  it('is told by the next sweep, with the whole ladder', () => {
    const change = noted(opened());

    const { told } = lived(change.ticket, ['10:01', '10:30', '12:00']);

    expect(change.entries.filter(isToBeTold)).toEqual([]);
    expect(change.ticket.nextDueAt).toBe(at('10:00'));
    expect(told).toEqual([
      ['reminded agt_olga webhook'],
      ['reminded agt_lena'],
      ['reminded agt_boss'],
    ]);
  });

  it('is told even when the answer came late, but before the sweep', () => {
    const own: Reminder = {
      at: at('10:00'),
      instance: 'first-reply@2026-11-16T09:00:00Z',
      on: 'breach',
      dueAt: at('10:00'),
    };
    const answered = { ...aTicket({ assigneeId: 'agt_olga', line: 'front' }), reminders: [own] };

    const { told, ticket } = lived(answered, ['10:01', '11:00']);

    expect([told, ticket.reminders]).toEqual([[['reminded agt_olga webhook'], []], undefined]);
  });
});

describe('an alert outside hours', () => {
  const late = anAlerting({ agents, steps: ladder });
  const evening = opened({}, promise);
  const night = {
    ...evening,
    ...clockFields(startClocks(created(at('18:00'), { use: pinUse(promise, 'normal', []) }), book)),
  };

  it('goes to places at once and to people when their hours begin, once', () => {
    const breached = lived(night, ['19:01', '19:31', '21:01'], late);
    const tomorrow = '2026-11-17T08:00:00.000Z';

    const morning = tickTicket({ ticket: breached.ticket, book, alerting: late, now: tomorrow });

    expect(breached.told).toEqual([['breached webhook'], [], ['reminded agt_boss']]);
    expect(breached.ticket.reminders).toContainEqual({
      at: tomorrow,
      instance: 'first-reply@2026-11-16T18:00:00Z',
      on: 'breach',
      step: 1,
      for: ['agt_olga'],
    });
    const told = (morning?.entries ?? []).filter(isToBeTold).map(addressedOf);
    expect(told).toEqual([
      { screen: ['agt_olga'], mail: ['agt_olga'], places: [] },
      { screen: ['agt_lena'], mail: ['agt_lena'], places: [] },
    ]);
    expect(
      tickTicket({ ticket: morning?.ticket as Ticket, book, alerting: late, now: tomorrow }),
    ).toBeUndefined();
  });

  it('is dropped when the promise is met before they begin', () => {
    const { ticket } = lived(night, ['19:01'], late);

    const closed = changeStatus({ ticket, by: olga, status: 'closed', book, now: at('20:00') });

    expect(closed?.ticket.reminders).toBeUndefined();
  });
});
