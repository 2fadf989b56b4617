import type { Policy } from '../../../schemas/simulation.ts';
import { secondsWithin, united } from '../calendars/spans.ts';
import type { Played, PlayedTicket } from './play.ts';
import type { Stage } from './stage.ts';

/** What a day was like for those who wrote about a topic, or for all. Times in seconds. */
export type Figures = {
  readonly topic: string;
  readonly arrived: number;
  readonly answered: number;
  /** From writing to the answer; of those who have none yet, to the end of the days. */
  readonly wait: { readonly p50: number; readonly p90: number; readonly p99: number; max: number };
  /** First replies later than promised, given or not. */
  readonly breaches: number;
  /** In time of all whose promise was kept or broken; absent when none was. */
  readonly inTime?: number;
  /** Longest time in which somebody waited, somebody was there who may answer, and nobody took one. */
  readonly starvation: number;
};

export type Report = {
  readonly policy: Policy;
  readonly topics: readonly Figures[];
  readonly total: Figures;
  readonly teams: readonly { readonly team: string; readonly idle: number }[];
  /** Share of everybody's time on shift in which they had nothing to do. */
  readonly idle: number;
};

export const reportOf = (stage: Stage, played: Played, policy: Policy): Report => {
  const topics = stage.day.topics.map(({ id }) => {
    const tickets = played.tickets.filter(({ topic }) => topic === id);
    return figuresOf(stage, id, tickets, starvationOf(stage, played, id));
  });
  const starvation = Math.max(...topics.map((topic) => topic.starvation));
  const teams = stage.day.agents.map(({ name }) => ({
    team: name,
    idle: idleOf(played.people.filter(({ person }) => person.team === name)),
  }));
  return {
    policy,
    topics,
    total: figuresOf(stage, 'all', played.tickets, starvation),
    teams,
    idle: idleOf(played.people),
  };
};

/** The value below which this part of them lies (nearest rank); 0 of none. */
export const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;

const figuresOf = (
  { time }: Stage,
  topic: string,
  tickets: readonly PlayedTicket[],
  starvation: number,
): Figures => {
  const waits = tickets
    .map(({ arrival, answeredAt }) => (answeredAt ?? time.to) - arrival.at)
    .toSorted((a, b) => a - b);
  const kept = tickets.filter(({ outcome }) => outcome === 'met').length;
  const breaches = tickets.filter(({ outcome }) => outcome === 'missed').length;
  return {
    topic,
    arrived: tickets.length,
    answered: tickets.filter(({ answeredAt }) => answeredAt !== undefined).length,
    wait: {
      p50: quantile(waits, 0.5),
      p90: quantile(waits, 0.9),
      p99: quantile(waits, 0.99),
      max: waits.at(-1) ?? 0,
    },
    breaches,
    ...(kept + breaches > 0 && { inTime: kept / (kept + breaches) }),
    starvation,
  };
};

const idleOf = (people: Played['people']): number => {
  const planned = people.reduce(
    (sum, { person }) => sum + person.shifts.reduce((all, { from, to }) => all + to - from, 0),
    0,
  );
  const busy = people.reduce((sum, { busySeconds }) => sum + busySeconds, 0);
  return planned === 0 ? 0 : 1 - busy / planned;
};

/**
 * Between two takings of a topic (or from when somebody began to wait in it), the time in which somebody who may take
 * it was on shift.
 */
export const starvationOf = ({ time }: Stage, played: Played, topic: string): number => {
  const staffed = united(
    played.people
      .filter(({ person }) => person.topics.includes(topic))
      .flatMap(({ person }) => person.shifts),
  );
  const steps = [
    ...played.tickets.filter((t) => t.topic === topic).map((t) => ({ at: t.arrival.at, by: 1 })),
    ...played.takings.filter((t) => t.ticket.topic === topic).map(({ at }) => ({ at, by: -1 })),
  ].toSorted((a, b) => a.at - b.at || b.by - a.by);
  let [waiting, since, longest] = [0, time.from, 0];
  const look = (at: number) => {
    if (waiting > 0) longest = Math.max(longest, secondsWithin(staffed, { from: since, to: at }));
  };
  for (const { at, by } of steps) {
    if (by < 0) look(at);
    if (by < 0 || waiting <= 0) since = at;
    waiting += by;
  }
  look(time.to);
  return longest;
};
