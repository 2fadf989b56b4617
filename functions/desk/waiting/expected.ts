import { businessSeconds, dueAfter, type Hours } from '../calendars/business-time.ts';
import { type Ahead, horizonSeconds, playForward } from './forward.ts';

type Question = Ahead & {
  /** Of the line that answers: what is told counts only its open time, from opening when it is closed now. */
  readonly hours: Hours;
  /** Of a line that closes: longer times are told in its whole working days. */
  readonly workingDaySeconds?: number | undefined;
  /** Epoch seconds: who works later is not planned. A week ahead without it. */
  readonly knownUntil?: number;
};

export type Expectation = {
  /** Open seconds, one of `sayableSeconds`: "within x". */
  readonly seconds: number;
  /** The end of that time, epoch seconds. */
  readonly at: number;
  /** Part of those told so who are answered by then, if staffing and arrivals are as planned. */
  readonly confidence: number;
};

/** Nothing can be said but that it takes longer; 0 when nobody knows who works. */
export type Unknown = { readonly atLeast: number };

const minute = 60;
const hour = 3600;
const day = 86_400;

/** Lengths of time that people say. */
export const sayableSeconds: readonly number[] = [
  ...[5, 10, 15, 20, 30, 45].map((minutes) => minutes * minute),
  ...[1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 30, 36, 48].map((hours) => hours * hour),
  ...[3, 4, 5, 6, 7].map((days) => days * day),
];

const sayableIn = (workingDay: number | undefined): readonly number[] =>
  workingDay === undefined
    ? sayableSeconds
    : [
        ...sayableSeconds.filter((seconds) => seconds < workingDay),
        ...Array.from({ length: 7 }, (_, days) => (days + 1) * workingDay),
      ];

/** Safety, found by simulation (expected.test.ts): 90 % are kept with some to spare. */
const safety = {
  /** Standard deviations of the work before it; that of one ticket's work is about its mean. */
  deviations: 1.3,
  /** Staff and arrivals are never quite as planned. */
  pace: 0.9,
  arrivals: 1.08,
  /** Handling of the ticket itself, in mean handling times: nine of ten take less. */
  handling: 2,
} as const;

/**
 * Within which time somebody who writes now has an answer, with 90 % confidence: the queues are played forward by the
 * rule of "next ticket", once as planned to learn how much work lies before, and once with everything a little worse.
 * The result is rounded up to what people say.
 */
export const expectedAnswer = (asked: Question): Expectation | Unknown => {
  const { now, hours, pace, teams, arrivalsPerHour } = asked;
  const tooLong = { atLeast: Math.max(0, (asked.knownUntil ?? now + horizonSeconds) - now) };
  const isStaffed = teams.some(
    ({ topics, shifts }) => topics.includes(asked.topic) && shifts.length > 0,
  );
  if (!isStaffed || !(pace > 0)) return { atLeast: 0 };
  const planned = playForward(asked);
  if (!planned) return tooLong;
  const worse = playForward(
    {
      ...asked,
      pace: pace * safety.pace,
      arrivalsPerHour: (topic, at) => arrivalsPerHour(topic, at) * safety.arrivals,
    },
    safety.deviations * Math.sqrt(planned.before),
  );
  if (!worse) return tooLong;
  const answeredAt = worse.at + (safety.handling * hour) / pace;
  const open = businessSeconds(hours, now, Math.ceil(answeredAt));
  const seconds = sayableIn(asked.workingDaySeconds).find((sayable) => open <= sayable);
  const at = seconds === undefined ? undefined : dueAfter(hours, now, seconds);
  if (seconds === undefined || at === undefined) return tooLong;
  return { seconds, at, confidence: 0.9 };
};
