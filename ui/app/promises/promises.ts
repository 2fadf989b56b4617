import type {
  ClockKind,
  Profile,
  PromiseConditions,
  ServicePromise,
} from '../../../schemas/promise.ts';
import { freeId } from '../settings/free-id.ts';

export const clockKinds: readonly ClockKind[] = [
  'first-reply',
  'next-reply',
  'resolution',
  'update',
];

/** A target as people write it; what is less than a minute is not shown. */
export const spanOf = (seconds: number | undefined): { hours: number; minutes: number } => ({
  hours: Math.floor((seconds ?? 0) / 3600),
  minutes: Math.floor(((seconds ?? 0) % 3600) / 60),
});

/** Nothing for nothing: a target of no time is none. */
export const secondsOf = (hours: number, minutes: number): number | undefined => {
  const seconds = Math.round(hours) * 3600 + Math.round(minutes) * 60;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
};

export const blankPromise = (promises: readonly ServicePromise[], name: string): ServicePromise => {
  return {
    id: freeId(promises, 'promise'),
    version: 1,
    name,
    conditions: {},
    normal: { 'first-reply': { calendar: '24x7', targetSeconds: { normal: 4 * 3600 } } },
    warn: [{ percent: 75 }],
    options: { agentOpened: 'not-running', thirdParty: 'customer' },
  };
};

/** The profile with a clock put in, changed or, by `undefined`, taken out. */
export const withClock = <K extends ClockKind>(
  profile: Profile,
  kind: K,
  clock: Profile[K] | undefined,
): Profile => {
  const { [kind]: _, ...others } = profile;
  return clock === undefined ? others : { ...others, [kind]: clock };
};

/** A clock as it begins when it is switched on. */
export const blankClock = (profile: Profile, kind: ClockKind): Profile => {
  const clock = { calendar: '24x7', targetSeconds: { normal: 8 * 3600 } };
  return kind === 'resolution'
    ? { ...profile, resolution: { ...clock, variant: 'waiting' } }
    : { ...profile, [kind]: clock };
};

/** The conditions with one list set; an empty one admits everything and is left out. */
export const withCondition = <K extends keyof PromiseConditions>(
  conditions: PromiseConditions,
  name: K,
  values: NonNullable<PromiseConditions[K]>,
): PromiseConditions => {
  const { [name]: _, ...others } = conditions;
  return values.length > 0 ? { ...others, [name]: values } : others;
};

/** Ids of the calendars that a promise counts in. */
export const calendarIdsOf = ({ normal, peak }: ServicePromise): ReadonlySet<string> =>
  new Set(
    [normal, peak ?? {}]
      .flatMap((profile) => clockKinds.map((kind) => profile[kind]?.calendar))
      .filter((id) => id !== undefined && id !== '24x7')
      .map(String),
  );
