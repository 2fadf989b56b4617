import type { Peak } from '../../../schemas/peak.ts';
import type { Span } from '../calendars/spans.ts';
import { activePeak } from '../peaks/active-peak.ts';
import { isoOf } from '../promises/instance-of.ts';
import type { QueueCount } from '../stores.ts';
import { topicsInOrder } from '../tickets/next.ts';

/** People who may take the same topics, and how many of them are there when. */
export type Team = {
  readonly topics: readonly string[];
  readonly shifts: readonly (Span & { readonly people: number })[];
};

/** What is known of the desk when somebody asks how long it takes. */
export type Ahead = {
  /** Epoch seconds. */
  readonly now: number;
  readonly topic: string;
  /** Tickets of the topic that are offered before this one; the last in line has all of them before it. */
  readonly ahead: number;
  /** Waiting tickets of every topic, without this one. */
  readonly queues: readonly QueueCount[];
  readonly teams: readonly Team[];
  /** Tickets a person answers in an hour of work. */
  readonly pace: number;
  /** First messages of a topic an hour at a moment (epoch seconds). */
  readonly arrivalsPerHour: (topic: string, at: number) => number;
  /** Part of the topic's later tickets that are offered before this one, because they are due earlier. */
  readonly overtakers?: number;
  /** Tickets in people's hands; without it everybody who is there has one. */
  readonly inHand?: number;
  /** Their weights count for "next ticket". */
  readonly peaks?: readonly Peak[];
};

export type Served = {
  /** Epoch seconds: somebody begins with it. */
  readonly at: number;
  /** Tickets of all topics that those who may take this one took before. */
  readonly before: number;
};

type Row = {
  topic: string;
  length: number;
  taken: number;
  /** When the first in line wrote, epoch seconds; who is behind follows each `pace` seconds. */
  oldest: number;
  pace: number;
  /** `oldest` as counters have it, written out once a minute of it: a play asks thousands of times. */
  since: { minute: number; iso: string };
};

const hour = 3600;
/** Beyond a week nobody plans. */
export const horizonSeconds = 7 * 86_400;
const stepLeast = 60;

/**
 * Plays the queues forward as a flow, by the rule of "next ticket" itself: what comes in, who is there, whose turn it
 * is. Steps grow with the distance, so that a week costs some hundred. `delay` is work (in tickets) that those who may
 * take it do first. Undefined when it is not reached within a week.
 */
export const playForward = (asked: Ahead, delay = 0): Served | undefined => {
  const rows = asked.queues.map((queue) => rowOf(queue, asked));
  const own = rows.find(({ topic }) => topic === asked.topic) ?? emptyRow(asked);
  if (!rows.includes(own)) rows.push(own);
  own.length += 1;
  const crews = asked.teams.map((team) => ({ team, credit: 0 }));
  const mine = crews.filter(({ team }) => team.topics.includes(asked.topic));
  owe(asked, crews, mine, delay);
  const turns = boundariesOf(asked);
  let [before, target] = [0, asked.ahead + 1];
  for (let at = asked.now; at < asked.now + horizonSeconds; ) {
    const turn = turns.find((moment) => moment > at) ?? Number.POSITIVE_INFINITY;
    const step = Math.min(Math.max(stepLeast, (at - asked.now) / 40), turn - at);
    for (const row of rows) {
      const come = (asked.arrivalsPerHour(row.topic, at) * step) / hour;
      row.length += come;
      if (row === own) target += come * (asked.overtakers ?? 0);
    }
    const weights = weightsAt(asked.peaks, at);
    for (const crew of crews) {
      crew.credit += (peopleAt(crew.team, at) * asked.pace * step) / hour;
      const done = work(crew, rows, { at, weights });
      if (mine.includes(crew)) before += done;
    }
    at += step;
    if (own.taken >= target - 1e-6) return { at, before };
  }
  return undefined;
};

const weightsAt = (peaks: readonly Peak[] = [], at: number): Peak['weights'] =>
  peaks.length === 0 ? undefined : activePeak(peaks, isoOf(Math.floor(at)))?.weights;

/** Of the team, at a moment (epoch seconds). */
export const peopleAt = (team: Team, at: number): number =>
  team.shifts.reduce((sum, { from, to, people }) => sum + (from <= at && at < to ? people : 0), 0);

const rowOf = ({ topic, unassigned, unassignedAt }: QueueCount, { now }: Ahead): Row => {
  const oldest = unassignedAt === undefined ? now : Date.parse(unassignedAt) / 1000;
  const pace = unassigned > 0 ? Math.max(0, now - oldest) / unassigned : 0;
  return { topic, length: unassigned, taken: 0, oldest, pace, since: sinceOf(oldest) };
};

const sinceOf = (oldest: number): Row['since'] => {
  const minute = Math.floor(oldest / 60);
  return { minute, iso: isoOf(minute * 60) };
};

const emptyRow = ({ topic, now }: Ahead): Row => ({
  topic,
  length: 0,
  taken: 0,
  oldest: now,
  pace: 0,
  since: sinceOf(now),
});

/** Whoever has a ticket in hand finishes it first; delay is shared by those who may take this topic. */
const owe = (
  { now, inHand }: Ahead,
  crews: readonly { readonly team: Team; credit: number }[],
  mine: readonly { readonly team: Team; credit: number }[],
  delay: number,
): void => {
  const people = crews.reduce((sum, { team }) => sum + peopleAt(team, now), 0);
  const busy = people === 0 ? 0 : Math.min(1, (inHand ?? people) / people);
  // Of lognormal times somebody is, at a moment of one's own, on average nearly a whole one before the end.
  for (const crew of crews) crew.credit -= peopleAt(crew.team, now) * busy * 0.9;
  for (const crew of crews) crew.credit += peopleAt(crew.team, now) * (1 - busy);
  const all = mine.reduce((sum, { team }) => sum + weightOf(team), 0);
  for (const crew of mine) crew.credit -= all > 0 ? (delay * weightOf(crew.team)) / all : 0;
};

/** People-seconds to come. */
const weightOf = ({ shifts }: Team) =>
  shifts.reduce((sum, { from, to, people }) => sum + people * (to - from), 0);

const boundariesOf = ({ teams }: Ahead): readonly number[] =>
  [
    ...new Set(teams.flatMap(({ shifts }) => shifts.flatMap(({ from, to }) => [from, to]))),
  ].toSorted((a, b) => a - b);

/** Takes from the topics in the rule's order as long as there is time and something waits. Idle time is lost. */
const work = (
  crew: { readonly team: Team; credit: number },
  rows: readonly Row[],
  { at, weights }: { readonly at: number; readonly weights: Peak['weights'] | undefined },
): number => {
  let done = 0;
  // Turns of several tickets where many people work: the order between topics stays, the cost does not grow.
  const turn = Math.max(1, crew.credit / 12);
  while (crew.credit > 1e-9) {
    const open = rows.filter(({ length }) => length > 1e-6);
    const order = topicsInOrder(open.map(countOf), crew.team.topics, { weights });
    const row = open.find(({ topic }) => topic === order[0]);
    if (!row) break;
    const second = open.find(({ topic }) => topic === order[1]);
    const lead = second ? row.length - second.length : row.length;
    const portion = Math.min(crew.credit, row.length, Math.max(lead, turn));
    row.length -= portion;
    row.taken += portion;
    row.oldest = Math.min(at, row.oldest + portion * row.pace);
    crew.credit -= portion;
    done += portion;
  }
  if (crew.credit > 0) crew.credit = Math.min(crew.credit, peopleAt(crew.team, at));
  return done;
};

const countOf = (row: Row): QueueCount => {
  if (Math.floor(row.oldest / 60) !== row.since.minute) row.since = sinceOf(row.oldest);
  const { topic, length, since } = row;
  const none = { postponed: 0, breached: 0 };
  return { topic, active: length, unassigned: length, ...none, unassignedAt: since.iso };
};
