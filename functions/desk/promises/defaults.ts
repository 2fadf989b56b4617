import type { Calendar, Window } from '../../../schemas/calendar.ts';
import type { ClockTarget, ServicePromise, WarnPoint } from '../../../schemas/promise.ts';

const HOUR = 3600;

/** Managers' nine hours, Monday to Friday. */
const WORKING_DAY = 9 * HOUR;

/** sla.md rule 13. */
export const defaultWarn: readonly WarnPoint[] = [{ percent: 75 }, { minutesBefore: 15 }];

function everyDay(window: Window): Calendar['weekdays'] {
  const day = [window];
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
}

/** Hours of the three lines (product.md, "The desk it comes with"), in one zone that the desk chooses. */
export function defaultCalendars(timeZone: string): Calendar[] {
  const base = { version: 1, timeZone, holidays: [] };
  return [
    {
      ...base,
      id: 'front',
      name: 'Front line',
      weekdays: everyDay({ opens: '00:00', closes: '24:00' }),
    },
    {
      ...base,
      id: 'second',
      name: 'Second line',
      weekdays: everyDay({ opens: '12:00', closes: '24:00' }),
    },
    {
      ...base,
      id: 'managers',
      name: 'Managers',
      weekdays: { ...everyDay({ opens: '09:00', closes: '18:00' }), sat: [], sun: [] },
    },
  ];
}

interface Replies {
  readonly name: string;
  readonly topics?: [string, ...string[]];
  readonly calendar: string;
  /** First and every further reply, in seconds. */
  readonly normal: number;
  readonly peak: number;
  readonly resolution?: number;
}

function promiseOf(
  id: string,
  { name, topics, calendar, normal, peak, resolution }: Replies,
): ServicePromise {
  const reply = (seconds: number): ClockTarget => ({
    calendar,
    targetSeconds: { normal: seconds },
  });
  const resolved = resolution
    ? {
        resolution: {
          variant: 'waiting' as const,
          calendar: '24x7' as const,
          targetSeconds: { normal: resolution },
        },
      }
    : {};
  return {
    id,
    version: 1,
    name,
    conditions: topics ? { topics } : {},
    normal: { 'first-reply': reply(normal), 'next-reply': reply(normal), ...resolved },
    peak: { 'first-reply': reply(peak), 'next-reply': reply(peak), ...resolved },
    warn: [...defaultWarn],
    options: { agentOpened: 'not-running', thirdParty: 'nobody' },
  };
}

/** The promises of product.md's topics in their order; the last one matches whatever is left. */
export const defaultPromises: readonly ServicePromise[] = [
  promiseOf('missing-cashback', {
    name: 'Missing cash-back',
    topics: ['missing-cashback'],
    calendar: 'front',
    normal: 4 * HOUR,
    peak: 24 * HOUR,
    resolution: 5 * 24 * HOUR,
  }),
  promiseOf('money-and-access', {
    name: 'Payouts and accounts',
    topics: ['payouts', 'account'],
    calendar: 'front',
    normal: 4 * HOUR,
    peak: 12 * HOUR,
  }),
  promiseOf('working-days', {
    name: 'Partnership and legal',
    topics: ['partnership', 'legal'],
    calendar: 'managers',
    normal: 2 * WORKING_DAY,
    peak: 2 * WORKING_DAY,
  }),
  promiseOf('standard', {
    name: 'Everything else',
    calendar: 'front',
    normal: 8 * HOUR,
    peak: 24 * HOUR,
  }),
];
