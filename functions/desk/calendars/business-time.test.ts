import { describe, expect, it } from 'vitest';
import { aCalendar, daily, hours } from '../../../test/make/a-promise.ts';
import { anchors, calendarsNear } from '../../../test/make/arbitrary-calendar.ts';
import { fc } from '../../../test/make/fast-check.ts';
import { slowlyOpen } from '../../../test/make/slow-calendar.ts';
import { businessSeconds, dueAfter, isOpenAt, nextOpen } from './business-time.ts';

const MINUTE = 60;

const stories = anchors.chain((anchor) =>
  fc.record({
    calendar: calendarsNear(anchor),
    start: fc.integer({ min: -36 * 60, max: 36 * 60 }).map((m) => anchor + m * MINUTE),
    target: fc.integer({ min: 1, max: 30 * 60 }).map((m) => m * MINUTE),
  }),
);

describe('business time', () => {
  it('is what a walk through every minute counts', () => {
    fc.assert(
      fc.property(
        stories,
        fc.integer({ min: 0, max: 4 * 24 * 60 }),
        ({ calendar, start }, minutes) => {
          const isOpen = slowlyOpen(calendar);
          let walked = 0;
          for (let m = 0; m < minutes; m++) if (isOpen(start + m * MINUTE)) walked += MINUTE;

          expect(businessSeconds(calendar, start, start + minutes * MINUTE)).toBe(walked);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('falls due when a walk has counted the target, at closing rather than the next opening', () => {
    fc.assert(
      fc.property(stories, ({ calendar, start, target }) => {
        const isOpen = slowlyOpen(calendar);
        const horizon = start + 5 * 86_400;
        let [at, left] = [start, target];
        while (left > 0 && at < horizon) {
          if (isOpen(at)) left -= MINUTE;
          at += MINUTE;
        }
        const due = dueAfter(calendar, start, target);

        if (left > 0) expect(due === undefined || due > horizon).toBe(true);
        else expect(due).toBe(at);
      }),
      { numRuns: 150 },
    );
  });

  it('adds up: due plus the rest is the due of the whole, at any second', () => {
    fc.assert(
      fc.property(
        stories,
        fc.integer({ min: 1, max: 7200 }),
        ({ calendar, start, target }, more) => {
          const due = dueAfter(calendar, start, target + 7);
          if (due === undefined) return;

          expect(businessSeconds(calendar, start, due)).toBe(target + 7);
          expect(businessSeconds(calendar, start, due - 1)).toBe(target + 6);
          expect(dueAfter(calendar, due, more)).toBe(dueAfter(calendar, start, target + 7 + more));
        },
      ),
    );
  });

  it('is open in half-open windows', () => {
    const nine = Date.parse('2026-11-16T08:00:00Z') / 1000;
    const five = Date.parse('2026-11-16T16:00:00Z') / 1000;

    const states = [nine - 1, nine, five - 1, five].map((at) => isOpenAt(aCalendar(), at));

    expect(states).toEqual([false, true, true, false]);
  });

  it('finds the next opening, or none', () => {
    const saturday = Date.parse('2026-11-21T11:00:00Z') / 1000;

    expect(nextOpen(aCalendar(), saturday)).toBe(Date.parse('2026-11-23T08:00:00Z') / 1000);
    expect(nextOpen(aCalendar({ weekdays: daily() }), saturday)).toBeUndefined();
  });

  it('does not fall due where windows lie in the hour that clocks skip', () => {
    const calendar = aCalendar({ weekdays: { ...daily(), sun: hours('02:15-02:45') } });
    const night = Date.parse('2026-03-28T22:00:00Z') / 1000;

    expect(dueAfter(calendar, night, 60)).toBe(Date.parse('2026-04-05T00:16:00Z') / 1000);
  });
});
