import { describe, expect, it } from 'vitest';
import type { ClockEvent } from '../../../schemas/clock.ts';
import type { Profile, ServicePromise } from '../../../schemas/promise.ts';
import { aCalendar, aPromise, cet, created, HOUR, the } from '../../../test/make/a-promise.ts';
import { stories } from '../../../test/make/arbitrary-story.ts';
import { fc } from '../../../test/make/fast-check.ts';
import { advance } from './advance.ts';
import { bookOf } from './book.ts';
import { runClocks, startClocks } from './clocks.ts';
import { announceAt } from './hold-alert.ts';
import { preview, type Story } from './preview.ts';
import { pinUse, selectPromise } from './select-promise.ts';
import { firstDuePast } from './snooze-past-due.ts';

const hour = { calendar: '24x7', targetSeconds: { normal: HOUR } };
const replies: Profile = { 'first-reply': hour, 'next-reply': hour };

function told(events: Story['events'], over: Partial<ServicePromise> = {}, now = cet('Mon 23:00')) {
  const promise = aPromise({ normal: replies, ...over });
  return preview({ promise, calendars: [], events, now });
}

function brief(events: Story['events'], over: Partial<ServicePromise> = {}, now?: string) {
  return told(events, over, now).instances.map((i) => [i.kind, i.startedAt, i.state]);
}

const opening = created(cet('Mon 10:00'));

describe('sla.md rules beyond the examples', () => {
  it('1: events in any order tell the same story', () => {
    fc.assert(
      fc.property(
        stories,
        fc.infiniteStream(fc.nat()),
        ({ start, promises, calendars, events }, dice) => {
          const book = bookOf(promises, calendars);
          const use = pinUse(promises[0], 'normal', calendars);
          const first = created(new Date(start * 1000).toISOString(), { use });
          const byTime = Map.groupBy(events, (e) => e.at);
          const groups = [...byTime.values()].map((group) => ({ group, place: dice.next().value }));
          const shuffled = groups.toSorted((a, b) => a.place - b.place).flatMap((g) => g.group);

          expect(runClocks([...shuffled, first], book)).toEqual(
            runClocks([first, ...events], book),
          );
        },
      ),
    );
  });

  it('1: taking events one by one is the same as folding all, unless a refold is asked for', () => {
    fc.assert(
      fc.property(stories, ({ start, promises, calendars, events }) => {
        const book = bookOf(promises, calendars);
        const use = pinUse(promises[0], 'normal', calendars);
        const first = created(new Date(start * 1000).toISOString(), { use });
        let state = startClocks(first, book);
        for (const event of events) {
          const step = advance(JSON.parse(JSON.stringify(state)), event, book);
          if (step === 'refold') return;
          state = step.state;
        }

        expect(state).toEqual(runClocks([first, ...events], book).state);
      }),
    );
  });

  it('1: a message that was overtaken by a later one is the first', () => {
    const events = [opening, the.customerWrites(cet('Mon 09:50'))] as const;

    expect(brief(events, {}, cet('Mon 10:05'))).toEqual([
      ['first-reply', cet('Mon 09:50'), 'running'],
    ]);
  });

  it('2: the first promise whose conditions are met is taken', () => {
    const promises = [
      aPromise({ id: 'vip-mail', conditions: { tiers: ['vip'], channels: ['mail'] } }),
      aPromise({ id: 'payouts', conditions: { topics: ['payouts'] } }),
      aPromise({ id: 'rest' }),
    ];

    const chosen = [
      { topic: 'payouts', channel: 'mail', tier: 'vip' },
      { topic: 'payouts', channel: 'mail' },
      { topic: 'bug', channel: 'telegram', tier: 'vip' },
    ].map((subject) => selectPromise(promises, subject as { topic: string; channel: 'mail' })?.id);

    expect(chosen).toEqual(['vip-mail', 'payouts', 'rest']);
  });

  it('5: an agent’s ticket has no first reply unless the promise says so; talking counts as replied', () => {
    const byAgent = created(cet('Mon 10:00'), { openedBy: 'agent' });
    const asked = [byAgent, the.customerWrites(cet('Mon 10:30'))] as const;
    const talk: ClockEvent = { kind: 'note', at: cet('Mon 10:20'), talked: true };

    expect(brief([byAgent])).toEqual([]);
    expect(brief(asked, {}, cet('Mon 10:31'))).toEqual([
      ['next-reply', cet('Mon 10:30'), 'running'],
    ]);
    expect(
      brief([byAgent, talk], { options: { agentOpened: 'from-creation', thirdParty: 'nobody' } }),
    ).toEqual([['first-reply', cet('Mon 10:00'), 'met']]);
  });

  it('6: a reply that bounces later has fulfilled nothing, and the breach keeps its true moment', () => {
    const events: Story['events'] = [
      opening,
      the.humanReplies(cet('Mon 10:30'), 'msg_1'),
      { kind: 'delivery-failed', at: cet('Mon 11:30'), messageId: 'msg_1' },
    ];

    const { instances, alerts } = told(events);

    expect(instances.map((i) => [i.startedAt, i.state])).toEqual([[cet('Mon 10:00'), 'breached']]);
    expect(alerts.filter((a) => a.what === 'breach').map((a) => [a.at, a.late])).toEqual([
      [cet('Mon 11:00'), true],
    ]);
  });

  it('5: a ticket that a robot opened owes a first reply from the first customer message', () => {
    const byRobot = created(cet('Mon 10:00'), { openedBy: 'robot' });

    expect(brief([byRobot])).toEqual([]);
    expect(brief([byRobot, the.customerWrites(cet('Mon 22:30'))])).toEqual([
      ['first-reply', cet('Mon 22:30'), 'running'],
    ]);
  });

  it('6: notes, robots and failed replies fulfil nothing', () => {
    const events: Story['events'] = [
      opening,
      { kind: 'note', at: cet('Mon 10:10') },
      the.robotReplies(cet('Mon 10:20')),
    ];

    expect(brief(events, {}, cet('Mon 10:30'))).toEqual([
      ['first-reply', cet('Mon 10:00'), 'running'],
    ]);
  });

  it('9: snoozing past due is told to the agent; waiting for the customer is no such snooze', () => {
    const promise = aPromise({ normal: { resolution: { ...hour, variant: 'waiting' } } });
    const book = bookOf([promise], []);
    const state = startClocks({ ...opening, use: pinUse(promise, 'normal', []) }, book);

    const past = (until: string, forCustomer = false) =>
      firstDuePast(state, { until: cet(until), forCustomer }, book);

    expect(past('Mon 10:59')).toBeUndefined();
    expect(past('Mon 12:00')).toBe(cet('Mon 11:00'));
    expect(past('Mon 12:00', true)).toBeUndefined();
  });

  it('11: an applied promise sums time over calendars, and applying it again changes nothing', () => {
    const office = aCalendar();
    const before = aPromise({
      normal: { 'first-reply': { ...hour, targetSeconds: { normal: 3 * HOUR } } },
    });
    const after = aPromise({
      version: 2,
      normal: { 'first-reply': { calendar: 'office', targetSeconds: { normal: 3 * HOUR } } },
    });
    const book = bookOf([before, after], [office]);
    const start = { ...created(cet('Mon 06:00')), use: pinUse(before, 'normal', []) };
    const apply = (at: string): ClockEvent => ({
      kind: 'promise',
      at: cet(at),
      promise: 'promise@2',
      calendars: ['office@1'],
    });

    const once = runClocks([start, apply('Mon 07:00')], book).state.running;
    const twice = runClocks([start, apply('Mon 07:00'), apply('Mon 08:00')], book).state.running;

    expect(once[0]?.due).toBe(Date.parse(cet('Mon 11:00')) / 1000);
    expect(twice).toEqual(once);
  });

  it('11: an applied promise does not count the time in which the question lay in spam', () => {
    const silent = aPromise();
    const other = aPromise({ id: 'other', normal: replies });
    const events: ClockEvent[] = [
      the.humanReplies(cet('Mon 10:01')),
      the.statusIs(cet('Mon 10:02'), 'spam'),
      the.customerWrites(cet('Mon 10:03')),
      the.statusIs(cet('Tue 12:00'), 'open'),
      { kind: 'promise', at: cet('Tue 12:01'), promise: 'other@1', calendars: [] },
    ];
    const use = pinUse(silent, 'normal', []);

    const { state } = runClocks([{ ...opening, use }, ...events], bookOf([silent, other], []));

    expect(state.running.map(({ kind, due }) => [kind, due])).toEqual([
      ['next-reply', Date.parse(cet('Tue 13:00')) / 1000],
    ]);
  });

  it('13: outside the recipient’s hours an alert is held until they open, unless they are on call', () => {
    const hours = aCalendar();

    expect(announceAt(cet('Sat 12:00'), { hours, isOnCall: false })).toBe(cet('next-Mon 09:00'));
    expect(announceAt(cet('Sat 12:00'), { hours, isOnCall: true })).toBe(cet('Sat 12:00'));
    expect(announceAt(cet('Mon 12:00'), { hours, isOnCall: false })).toBe(cet('Mon 12:00'));
  });

  it('14: a merged question starts the reply clock where it was asked; first reply is not restarted', () => {
    const merged: ClockEvent = {
      kind: 'merged',
      at: cet('Mon 10:50'),
      unansweredAt: cet('Mon 10:20'),
    };
    const reply = the.humanReplies(cet('Mon 10:30'));
    const now = cet('Mon 11:00');

    const { instances } = told([created(cet('Mon 10:40')), merged], {}, now);

    expect(instances.map((i) => [i.kind, i.startedAt, i.dueAt])).toEqual([
      ['first-reply', cet('Mon 10:20'), cet('Mon 11:20')],
    ]);
    expect(brief([opening, reply, merged], {}, now)).toEqual([
      ['first-reply', cet('Mon 10:00'), 'met'],
      ['next-reply', cet('Mon 10:20'), 'running'],
    ]);
  });

  it('15: a third party fulfils nothing and asks only if the promise lets it speak for the customer', () => {
    const events: Story['events'] = [
      opening,
      the.humanReplies(cet('Mon 10:10')),
      { kind: 'third-party-message', at: cet('Mon 10:20') },
    ];
    const options = { agentOpened: 'not-running', thirdParty: 'customer' } as const;

    expect(brief(events)).toHaveLength(1);
    expect(brief(events, { options }, cet('Mon 10:30')).at(-1)).toEqual([
      'next-reply',
      cet('Mon 10:20'),
      'running',
    ]);
  });

  it('17: the profile given at creation stays when a promise is applied', () => {
    const day = { 'first-reply': { calendar: '24x7', targetSeconds: { normal: 24 * HOUR } } };
    const promise = aPromise({ normal: replies, peak: day });
    const edited = { ...promise, version: 2 };
    const use = pinUse(promise, 'peak', []);
    const apply: ClockEvent = {
      kind: 'promise',
      at: cet('Mon 11:00'),
      promise: 'promise@2',
      calendars: [],
    };

    const { state } = runClocks([{ ...opening, use }, apply], bookOf([promise, edited], []));

    expect(state.running[0]?.target).toBe(24 * HOUR);
    expect(state.use?.promise).toBe('promise@2');
  });
});
