import type { Calendar } from '../../../schemas/calendar.ts';
import type { ClockState } from '../../../schemas/clock.ts';
import type { ServicePromise } from '../../../schemas/promise.ts';

/** Saved versions by reference (`missing-cashback@3`, `managers@1`); callers load those that a ticket names. */
export interface Book {
  readonly promises: ReadonlyMap<string, ServicePromise>;
  readonly calendars: ReadonlyMap<string, Calendar>;
}

export function versionRef(saved: { id: string; version: number }): string {
  return `${saved.id}@${saved.version}`;
}

/** A book of the given versions. */
export function bookOf(promises: readonly ServicePromise[], calendars: readonly Calendar[]): Book {
  return {
    promises: new Map(promises.map((p) => [versionRef(p), p])),
    calendars: new Map(calendars.map((c) => [versionRef(c), c])),
  };
}

/** Every reference a ticket's clocks need, those of earlier promises included: what a caller has to load before `advance`. */
export function referencesOf({ use, past = [] }: Pick<ClockState, 'use' | 'past'>): {
  promises: string[];
  calendars: string[];
} {
  const uses = [...past, ...(use ? [use] : [])];
  return {
    promises: [...new Set(uses.map(({ promise }) => promise))],
    calendars: [...new Set(uses.flatMap(({ calendars }) => calendars))],
  };
}
