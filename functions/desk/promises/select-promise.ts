import type { Calendar } from '../../../schemas/calendar.ts';
import type { ChannelKind, Language } from '../../../schemas/primitives.ts';
import type {
  Profile,
  ProfileName,
  PromiseConditions,
  PromiseUse,
  ServicePromise,
} from '../../../schemas/promise.ts';
import { versionRef } from './book.ts';

/** What conditions look at. What a ticket does not have matches no list. */
export interface PromiseSubject {
  readonly topic: string;
  readonly channel: ChannelKind;
  readonly tier?: string | undefined;
  readonly language?: Language | undefined;
  readonly line?: string | undefined;
}

function admits(list: readonly string[] | undefined, value: string | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value));
}

function isMet(conditions: PromiseConditions, subject: PromiseSubject): boolean {
  return (
    admits(conditions.topics, subject.topic) &&
    admits(conditions.tiers, subject.tier) &&
    admits(conditions.channels, subject.channel) &&
    admits(conditions.languages, subject.language) &&
    admits(conditions.lines, subject.line)
  );
}

/** The first promise of the ordered list whose conditions are met (rule 2). */
export function selectPromise(
  promises: readonly ServicePromise[],
  subject: PromiseSubject,
): ServicePromise | undefined {
  return promises.find((promise) => isMet(promise.conditions, subject));
}

/** Ids of the calendars that any clock of the promise counts in. */
export function calendarIdsOf(promise: ServicePromise): string[] {
  const profiles: Profile[] = [promise.normal, promise.peak ?? {}];
  const ids = profiles.flatMap((profile) =>
    Object.values(profile).map((target) => target.calendar),
  );
  return [...new Set(ids)].filter((id) => id !== '24x7');
}

/**
 * Pins the current versions for a new ticket, or to apply to an open one. `profile` is `peak` for tickets created
 * in a peak (rule 17). Throws if a calendar that the promise names is not among `calendars`.
 */
export function pinUse(
  promise: ServicePromise,
  profile: ProfileName,
  calendars: readonly Calendar[],
): PromiseUse {
  const pinned = calendarIdsOf(promise).map((id) => {
    const calendar = calendars.find((c) => c.id === id);
    if (!calendar) throw new Error(`promise ${promise.id} names calendar ${id}, which is missing`);
    return versionRef(calendar);
  });
  return { promise: versionRef(promise), profile, calendars: pinned };
}
