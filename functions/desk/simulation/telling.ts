import type { ArrivalDay } from '../../../schemas/peak.ts';
import type { Hours } from '../calendars/business-time.ts';
import { type Span, secondsWithin } from '../calendars/spans.ts';
import type { Arrivals } from '../peaks/arrivals.ts';
import { isoOf } from '../promises/instance-of.ts';
import { arrivalRates } from '../waiting/arrival-rates.ts';
import { type Expectation, expectedAnswer, type Unknown } from '../waiting/expected.ts';
import { peopleAt, type Team } from '../waiting/forward.ts';
import { paceOf } from '../waiting/pace.ts';
import { expectedInHour } from './arrivals.ts';
import { absencesOf, openShiftsOf } from './people.ts';
import type { Moment, PlayedTicket } from './play.ts';
import type { Stage } from './stage.ts';

/** What one customer was told, and what became of it. */
export type Told = {
  readonly ticket: PlayedTicket;
  readonly answer: Expectation | Unknown;
};

/** How true what was told turned out. Only what can be judged counts: told, and its time over before the days end. */
export type Kept = {
  readonly told: number;
  /** Part of those who were told a time. */
  readonly share: number;
  readonly kept: number;
  /** Median of what was told ÷ median of what it took, both in seconds by the wall clock. */
  readonly ratio: number;
};

const daySeconds = 86_400;

export type Telling = {
  /** Only each so many customers is told, which is enough to judge. */
  readonly every: number;
  /** Of those who write in this time only. */
  readonly within?: Span;
  /** False: nobody had put the peak into the calendar. */
  readonly knowsPeaks?: boolean;
};

/**
 * Asks for the expected time as dispatch does when a ticket comes in: with the counters, the shifts as planned (without
 * those who are known to be ill by now), today's pace, and the forecast. It does not know handling times, who falls
 * ill later, or chance.
 */
export const newTeller = (
  stage: Stage,
  { every, within = stage.time, knowsPeaks = true }: Telling,
) => {
  const told: Told[] = [];
  const tally = newTally(stage);
  const rotaAt = newRota(stage);
  const hours = new Map(stage.lines.map((line) => [line.id, hoursOfLine(stage, line.calendarId)]));
  const today = { day: -1, answeredBefore: 0 };
  const onArrival = ({ at, room, ticket, taken, inHand }: Moment): void => {
    const day = Math.floor(at / daySeconds);
    if (day !== today.day) Object.assign(today, { day, answeredBefore: taken });
    tally.count(ticket.topic, at);
    if (ticket.number % every !== 0 || at < within.from || at >= within.to) return;
    const queues = room.queues();
    const teams = rotaAt(at);
    const worked = { from: Math.max(day * daySeconds, stage.time.from), to: at };
    const personSeconds = teams.reduce(
      (sum, { shifts }) =>
        sum + shifts.reduce((all, shift) => all + shift.people * secondsWithin([shift], worked), 0),
      0,
    );
    const shared = teams.flatMap(({ topics }) => (topics.includes(ticket.topic) ? topics : []));
    const waiting = queues.reduce(
      (sum, { topic, unassigned }) => sum + (shared.includes(topic) ? unassigned : 0),
      0,
    );
    const people = teams.reduce((sum, team) => sum + peopleAt(team, at), 0);
    told.push({
      ticket,
      answer: expectedAnswer({
        now: at,
        topic: ticket.topic,
        ahead: room.length(ticket.topic),
        queues,
        teams,
        inHand,
        peaks: knowsPeaks ? stage.peaks : [],
        pace: paceOf({
          taken: taken - today.answeredBefore,
          hours: personSeconds / 3600,
          isBacklog: waiting > people,
        }),
        arrivalsPerHour: arrivalRates({
          arrivals: tally.seen(),
          peaks: knowsPeaks ? stage.peaks : [],
          now: at,
        }),
        hours: hours.get(stage.lineOf.get(ticket.topic) ?? '') ?? '24x7',
      }),
    });
  };
  return { onArrival, told };
};

const hoursOfLine = ({ calendars }: Stage, id: string): Hours =>
  calendars.find((calendar) => calendar.id === id) ?? '24x7';

/** What tally would have counted: ordinary days before, and whoever came since the days began. */
const newTally = ({ day, time }: Stage) => {
  const calm = { ...day, peaks: [] };
  const firstDay = Math.floor(time.from / daySeconds);
  const days = new Map<number, ArrivalDay>();
  const hoursOf = (at: (hour: number) => number) =>
    Object.fromEntries(
      day.topics.map((topic) => [
        topic.id,
        Array.from({ length: 24 }, (_, hour) => {
          const from = at(hour);
          return from < time.from ? expectedInHour(calm, topic, from) : 0;
        }),
      ]),
    );
  const dayOf = (number: number): ArrivalDay => {
    const known = days.get(number);
    if (known) return known;
    const made = {
      day: isoOf(number * daySeconds).slice(0, 10),
      topics: hoursOf((hour) => number * daySeconds + hour * 3600),
    };
    days.set(number, made);
    return made;
  };
  for (const ago of [3, 2, 1]) dayOf(firstDay - ago);
  return {
    count: (topic: string, at: number): void => {
      const hours = dayOf(Math.floor(at / daySeconds)).topics[topic];
      const hour = Math.floor((at % daySeconds) / 3600);
      if (hours) hours[hour] = (hours[hour] ?? 0) + 1;
    },
    seen: (): Arrivals => ({
      since: isoOf((firstDay - 4) * daySeconds),
      days: [...days.values()],
    }),
  };
};

/** Shifts as planned, without the time of those who are ill at that moment; of a week beyond the days, too. */
const newRota = (stage: Stage) => {
  const longer = { ...stage, time: { ...stage.time, to: stage.time.to + 8 * daySeconds } };
  const known = new Map<string, Team>();
  return (at: number): readonly Team[] =>
    stage.day.agents.map((agents) => {
      const isKnown = ({ from, to }: Span) => from <= at && at < to;
      const ill = absencesOf(agents).filter(isKnown);
      const key = `${agents.name}|${ill.map(({ from }) => from).join()}`;
      const team = known.get(key) ?? {
        topics: stage.day.topics
          .filter(({ line }) => agents.lines.includes(line))
          .map(({ id }) => id),
        shifts: openShiftsOf(longer, agents, ill).map((shift) => ({
          ...shift,
          people: agents.count,
        })),
      };
      known.set(key, team);
      return team;
    });
};

export const keptOf = ({ time }: Stage, told: readonly Told[]): Kept => {
  const judged = told.flatMap(({ ticket, answer }) =>
    'at' in answer && answer.at <= time.to
      ? [
          {
            told: answer.at - ticket.arrival.at,
            took: (ticket.answeredAt ?? time.to) - ticket.arrival.at,
          },
        ]
      : [],
  );
  const medianOf = (numbers: readonly number[]) =>
    numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  return {
    told: judged.length,
    share: told.filter(({ answer }) => 'at' in answer).length / Math.max(1, told.length),
    kept: judged.filter((one) => one.took <= one.told).length / Math.max(1, judged.length),
    ratio:
      medianOf(judged.map((one) => one.told)) /
      Math.max(1, medianOf(judged.map((one) => one.took))),
  };
};
