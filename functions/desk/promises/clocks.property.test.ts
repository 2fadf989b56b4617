import { describe, expect, it } from 'vitest';
import { created } from '../../../test/make/a-promise.ts';
import { type Story, stories } from '../../../test/make/arbitrary-story.ts';
import { fc } from '../../../test/make/fast-check.ts';
import { SlowClocks } from '../../../test/make/slow-clocks.ts';
import { bookOf } from './book.ts';
import { runClocks } from './clocks.ts';
import { instancesOf } from './instance-of.ts';
import { allInstances } from './preview.ts';
import { pinUse } from './select-promise.ts';
import { tick } from './tick.ts';

const HORIZON_MINUTES = 3 * 24 * 60;

function fast(story: Story) {
  const { start, calendars, promises, events, end } = story;
  const at = (minute: number) => new Date((start + minute * 60) * 1000).toISOString();
  const [promise] = promises;
  const use = pinUse(promise, 'normal', calendars);
  const run = runClocks([created(at(0), { use }), ...events], bookOf(promises, calendars));
  const { state } = tick(run.state, at(end));
  const minute = (iso: string | undefined) =>
    iso === undefined ? undefined : (Date.parse(iso) / 1000 - start) / 60;
  return allInstances(run.ended, instancesOf(state)).map((i) => ({
    kind: i.kind,
    start: minute(i.startedAt),
    ended: minute(i.endedAt),
    outcome: i.endedAt ? i.state : undefined,
    breached: minute(i.breachedAt),
    due: i.state === 'running' ? minute(i.dueAt) : undefined,
  }));
}

function slow({ start, calendars, promises, events, end }: Story) {
  const failed = new Set(events.map((e) => (e.kind === 'delivery-failed' ? e.messageId : '')));
  const clocks = new SlowClocks(start, promises[0], calendars);
  for (const event of events.filter(
    (e) => !(e.kind === 'human-reply' && failed.has(e.messageId)),
  )) {
    const minute = (Date.parse(event.at) / 1000 - start) / 60;
    clocks.stamp(minute, minute - 1);
    clocks.take(event, minute, promises);
    clocks.stamp(minute);
  }
  clocks.stamp(end, end - 1);
  return clocks.all.map((c) => {
    const isRunning =
      c.ended === undefined && c.breached === undefined && clocks.isCounting(c, end);
    return {
      kind: c.kind,
      start: c.start,
      ended: c.ended,
      outcome: c.outcome,
      breached: c.breached,
      due: isRunning ? clocks.reached(c, end + HORIZON_MINUTES) : undefined,
    };
  });
}

const byKindAndStart = (a: { kind: string; start: number | undefined }, b: typeof a) =>
  a.kind.localeCompare(b.kind) || (a.start ?? 0) - (b.start ?? 0);

describe('clocks', () => {
  it('are what a walk through every minute finds', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const expected = slow(story).sort(byKindAndStart);
        const found = fast(story).sort(byKindAndStart);

        const within = found.map((row) =>
          row.due !== undefined && row.due > story.end + HORIZON_MINUTES
            ? { ...row, due: undefined }
            : row,
        );
        expect(within).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
