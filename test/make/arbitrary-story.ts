import type { Calendar } from '../../schemas/calendar.ts';
import type { ClockEvent } from '../../schemas/clock.ts';
import type { ServicePromise } from '../../schemas/promise.ts';
import { aPromise } from './a-promise.ts';
import { anchors, calendarsNear } from './arbitrary-calendar.ts';
import { fc } from './fast-check.ts';

/** A ticket's life on whole minutes: opened by a customer at `start`, looked at in minute `end`. */
export interface Story {
  readonly start: number;
  readonly end: number;
  readonly calendars: readonly Calendar[];
  /** The second one is what `promise` events apply. */
  readonly promises: readonly [ServicePromise, ServicePromise];
  readonly events: readonly ClockEvent[];
}

const target = fc
  .record({
    calendar: fc.constantFrom('24x7' as const, 'office', 'night'),
    normal: fc.integer({ min: 1, max: 900 }),
    urgent: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ calendar, normal, urgent }) => ({
    calendar,
    targetSeconds: { normal: normal * 60, urgent: urgent * 60 },
  }));

const variant = fc.constantFrom('waiting' as const, 'agent' as const, 'total' as const);

const profile = fc.record(
  {
    'first-reply': target,
    'next-reply': target,
    resolution: fc.tuple(target, variant).map(([t, v]) => ({ ...t, variant: v })),
    update: target,
  },
  { requiredKeys: [] },
);

/** What may happen, without its time. Message ids are few, so that failures find their replies. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'customer-message' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('human-reply' as const),
      messageId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      endsIn: fc.option(fc.constantFrom('waiting' as const, 'closed' as const), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'automatic-reply' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'note' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'moved' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      status: fc.constantFrom('open', 'waiting', 'on_hold', 'snoozed', 'closed', 'spam'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('priority' as const),
      priority: fc.constantFrom('low', 'normal', 'urgent'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'promise' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('merged' as const),
      minutesAgo: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delivery-failed' as const),
      messageId: fc.constantFrom('a', 'b'),
    }),
  },
);

type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** One event, or two of the same transaction. */
function eventsOf(what: Happening, second: number, start: number): ClockEvent[] {
  const at = new Date(second * 1000).toISOString();
  if (what.kind === 'promise') {
    return [{ kind: 'promise', at, promise: 'other@1', calendars: ['office@1', 'night@1'] }];
  }
  if (what.kind === 'merged') {
    const ago = what.minutesAgo;
    if (ago === undefined) return [{ kind: 'merged', at }];
    const unanswered = Math.max(start, second - ago * 60);
    return [{ kind: 'merged', at, unansweredAt: new Date(unanswered * 1000).toISOString() }];
  }
  if (what.kind === 'human-reply') {
    const { messageId, endsIn: status } = what;
    const after: ClockEvent[] = status ? [{ kind: 'status', at, status }] : [];
    return [{ kind: 'human-reply', at, messageId }, ...after];
  }
  return [{ ...what, at }];
}

/** At most one thing happens in a minute, so that every clock has a name of its own. */
const timed = fc.uniqueArray(fc.tuple(happening, fc.integer({ min: 1, max: 2 * 24 * 60 })), {
  maxLength: 14,
  selector: ([, minute]) => minute,
});

/** Random promises, calendars, zones and histories around changes of the clocks. */
export const stories: fc.Arbitrary<Story> = anchors.chain((anchor) =>
  fc
    .record({
      start: fc.integer({ min: -36 * 60, max: 12 * 60 }).map((m) => anchor + m * 60),
      calendars: fc.tuple(calendarsNear(anchor, 'office'), calendarsNear(anchor, 'night')),
      profiles: fc.tuple(profile, profile),
      timed,
      after: fc.integer({ min: 1, max: 900 }),
    })
    .map(({ start, calendars, profiles, timed, after }) => {
      const sorted = timed.toSorted((a, b) => a[1] - b[1]);
      return {
        start,
        end: (sorted.at(-1)?.[1] ?? 0) + after,
        calendars,
        promises: [
          aPromise({ normal: profiles[0] }),
          aPromise({ id: 'other', normal: profiles[1] }),
        ] as const,
        events: sorted.flatMap(([what, minute]) => eventsOf(what, start + minute * 60, start)),
      };
    }),
);
