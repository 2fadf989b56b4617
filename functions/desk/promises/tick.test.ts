import { describe, expect, it } from 'vitest';
import type { ClockAlert, ClockState } from '../../../schemas/clock.ts';
import { aPromise, cet, created, HOUR } from '../../../test/make/a-promise.ts';
import { type Story, stories } from '../../../test/make/arbitrary-story.ts';
import { fc } from '../../../test/make/fast-check.ts';
import { advance } from './advance.ts';
import { bookOf } from './book.ts';
import { runClocks, startClocks } from './clocks.ts';
import { pinUse } from './select-promise.ts';
import { nextDue, tick } from './tick.ts';

const minutes = (n: number) => n * 60_000;

function iso(millis: number): string {
  return new Date(millis).toISOString();
}

function opened(at: string, hours = 1): ClockState {
  const target = { calendar: '24x7', targetSeconds: { normal: hours * HOUR } };
  const promise = aPromise({ normal: { 'first-reply': target } });
  return startClocks(created(at, { use: pinUse(promise, 'normal', []) }), bookOf([promise], []));
}

/** A ticket's life in which the clock function looks in every so many minutes, with an outage in between. */
function lived(story: Story, everyMinutes: number, outage: { from: number; to: number }) {
  const { start, calendars, promises, events, end } = story;
  const book = bookOf(promises, calendars);
  const begin = start * 1000;
  const opening = created(iso(begin), { use: pinUse(promises[0], 'normal', calendars) });
  const alerts: ClockAlert[] = [];
  const taken = [];
  let state = startClocks(opening, book);
  const look = (until: number, from: number) => {
    for (let m = from; m <= until; m += everyMinutes) {
      if (m >= outage.from && m < outage.to) continue;
      for (const _ of ['once', 'again']) {
        const ticked = tick(state, iso(begin + minutes(m)));
        state = ticked.state;
        alerts.push(...ticked.alerts);
      }
    }
  };
  let seen = 0;
  for (const event of events) {
    const at = (Date.parse(event.at) - begin) / 60_000;
    look(at, seen);
    seen = at;
    taken.push(event);
    const step = advance(state, event, book);
    const { state: next, alerts: told } =
      step === 'refold' ? runClocks([opening, ...taken], book, alerts) : step;
    state = next;
    alerts.push(...told);
  }
  look(end, seen);
  const last = tick(state, iso(begin + minutes(end)));
  return [...alerts, ...last.alerts];
}

function names(alerts: readonly ClockAlert[]): string[] {
  return alerts.map((a) => `${a.instance} ${a.point} ${a.at}`).sort();
}

const calm = stories.filter((s) => s.events.every((e) => e.kind !== 'delivery-failed'));

describe('tick', () => {
  it('records the same alerts with the same moments however often it runs and however long it was away', () => {
    const outages = fc.record({
      from: fc.integer({ min: 0, max: 2000 }),
      length: fc.integer({ min: 0, max: 900 }),
    });
    fc.assert(
      fc.property(
        calm,
        fc.integer({ min: 1, max: 90 }),
        outages,
        (story, every, { from, length }) => {
          const steady = lived(story, 1, { from: 0, to: 0 });
          const broken = lived(story, every, { from, to: from + length });

          expect(names(broken)).toEqual(names(steady));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('never records an alert twice, also when replies turn out not to have arrived', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 1, max: 90 }), (story, every) => {
        const alerts = lived(story, every, { from: 0, to: 0 });
        const keys = alerts.map((a) => `${a.instance} ${a.point}`);

        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('looks again exactly when something is to be recorded', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { promises, calendars, start } = story;
        const use = pinUse(promises[0], 'normal', calendars);
        let state = startClocks(created(iso(start * 1000), { use }), bookOf(promises, calendars));
        for (let next = nextDue(state); next; next = nextDue(state)) {
          expect(tick(state, iso(Date.parse(next.at) - 1000)).alerts).toEqual([]);
          const ticked = tick(state, next.at);
          expect(ticked.alerts.length).toBeGreaterThan(0);
          state = ticked.state;
        }
        expect(tick(state, '2099-01-01T00:00:00.000Z').alerts).toEqual([]);
      }),
    );
  });

  it('warns at three quarters and 15 minutes before due, then announces the breach', () => {
    const state = opened(cet('Mon 09:00'), 4);

    const at = (time: string) =>
      tick(state, cet(time)).alerts.map((a) => [a.point, a.at, a.announce]);

    expect(at('Mon 12:00:00')).toEqual([]);
    expect(at('Mon 12:00:01')).toEqual([['75%', cet('Mon 12:00'), true]]);
    expect(at('Mon 12:45:01').at(-1)).toEqual(['15m', cet('Mon 12:45'), true]);
    expect(at('Mon 13:00:00').at(-1)?.[0]).toBe('15m');
    expect(at('Mon 13:00:01').at(-1)).toEqual(['breach', cet('Mon 13:00'), true]);
  });

  it('18: of 50,000 open tickets the due index names only the 40 that are due', () => {
    const now = Date.parse(cet('Mon 12:00'));
    const tickets = Array.from({ length: 50_000 }, (_, i) =>
      opened(iso(now - minutes(i < 40 ? 45 : 0) - 1000 * (i % 40) - 1000)),
    );

    const due = tickets.filter((state) => (nextDue(state)?.at ?? '9') <= iso(now));
    const recorded = tickets.filter((state) => tick(state, iso(now)).alerts.length > 0);

    expect(due).toHaveLength(40);
    expect(recorded).toEqual(due);
  });
});
