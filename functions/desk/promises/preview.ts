import type { Calendar } from '../../../schemas/calendar.ts';
import type { ClockAlert, ClockEvent, ClockInstance } from '../../../schemas/clock.ts';
import type { ServicePromise } from '../../../schemas/promise.ts';
import { bookOf, versionRef } from './book.ts';
import { type CreatedEvent, runClocks } from './clocks.ts';
import { instancesOf } from './instance-of.ts';
import { calendarIdsOf } from './select-promise.ts';
import { tick } from './tick.ts';

/** A story to try out: a promise that need not be saved, its calendars, events, and the time it is now. */
export interface Story {
  readonly promise: ServicePromise;
  readonly calendars: readonly Calendar[];
  readonly profile?: 'normal' | 'peak';
  readonly events: readonly [Omit<CreatedEvent, 'use'>, ...ClockEvent[]];
  readonly now: string;
}

export interface Preview {
  readonly instances: ClockInstance[];
  readonly alerts: ClockAlert[];
}

/** All instances of a ticket in order of their starts: ended ones, and those that the state still carries. */
export function allInstances(
  ended: readonly ClockInstance[],
  live: readonly ClockInstance[],
): ClockInstance[] {
  const byId = new Map([...ended, ...live].map((instance) => [instance.id, instance]));
  return [...byId.values()].sort((a, b) => a.startedAt.localeCompare(b.startedAt));
}

/** What production would do with the story: the same `runClocks` and `tick`, on versions made up for it. */
export function preview({ promise, calendars, profile = 'normal', events, now }: Story): Preview {
  const used = calendars.filter((c) => calendarIdsOf(promise).includes(c.id));
  const use = { promise: versionRef(promise), profile, calendars: used.map(versionRef) };
  const [created, ...later] = events;
  const past = later.filter((event) => Date.parse(event.at) <= Date.parse(now));

  const run = runClocks([{ ...created, use }, ...past], bookOf([promise], calendars));
  const ticked = tick(run.state, now);
  return {
    instances: allInstances(run.ended, instancesOf(ticked.state)),
    alerts: [...run.alerts, ...ticked.alerts],
  };
}
