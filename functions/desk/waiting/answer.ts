import type { Agent } from '../../../schemas/agent.ts';
import type { AgentLoad, Presence } from '../../../schemas/presence.ts';
import { businessSeconds, type Hours } from '../calendars/business-time.ts';
import { chooseLine } from '../lines/choose-line.ts';
import { hoursOfLine } from '../lines/hours.ts';
import type { Arrivals } from '../peaks/arrivals.ts';
import { isoOf, secondsOf } from '../promises/instance-of.ts';
import type { DeskLists } from '../settings-stores.ts';
import type { QueueCount } from '../stores.ts';
import { type Expectation, workingDaySecondsOf } from '../tickets/acknowledgement.ts';
import { arrivalRates } from './arrival-rates.ts';
import { expectedAnswer, type Unknown } from './expected.ts';
import { paceOf } from './pace.ts';
import { staffingOf } from './staffing.ts';

/** What tally counts: queues, what people hold and took, who wrote when. */
export type Counted = {
  readonly queues: readonly QueueCount[];
  readonly loads: readonly AgentLoad[];
  readonly arrivals: Arrivals | undefined;
};

/** What is known of the desk, each some seconds old. */
export type DeskNow = {
  readonly counted: Counted;
  readonly agents: readonly Agent[];
  readonly presences: readonly Presence[];
  readonly lists: Pick<DeskLists, 'topics' | 'lines' | 'calendars' | 'peaks'>;
};

type Asked = {
  readonly topic: string;
  /** Where the ticket lies, or would. */
  readonly line: string | undefined;
  readonly now: string;
};

/** Within which time a ticket that waits in its queue is answered, as told to customers (docs/SIMULATION.md). */
export const answerOf = (desk: DeskNow, asked: Asked): Expectation | Unknown => {
  const { counted, agents, presences, lists } = desk;
  const now = secondsOf(asked.now);
  const line = lists.lines.find(({ id }) => id === asked.line);
  const hours = line ? hoursOfLine(line, lists.calendars) : '24x7';
  const staffing = staffingOf({
    agents,
    presences,
    loads: counted.loads,
    desk: lists,
    lineOf: (topic) =>
      topic === asked.topic && asked.line !== undefined
        ? asked.line
        : chooseLine({ topic, channel: 'mail' }, lists, asked.now)?.line,
    now,
  });
  const shared = new Set(
    staffing.teams.flatMap(({ topics }) => (topics.includes(asked.topic) ? topics : [])),
  );
  const waiting = counted.queues.reduce(
    (sum, { topic, unassigned }) => sum + (shared.has(topic) ? unassigned : 0),
    0,
  );
  const own = counted.queues.find(({ topic }) => topic === asked.topic)?.unassigned ?? 0;
  const answer = expectedAnswer({
    now,
    topic: asked.topic,
    ahead: own,
    queues: counted.queues,
    teams: staffing.teams,
    inHand: staffing.inHand,
    peaks: lists.peaks,
    pace: paceOf({
      taken: staffing.takenToday,
      hours: staffing.hoursToday,
      isBacklog: waiting > staffing.people,
    }),
    arrivalsPerHour: arrivalRates({ arrivals: counted.arrivals, peaks: lists.peaks, now }),
    hours,
    workingDaySeconds: workingDayOf(hours),
    knownUntil: staffing.knownUntil,
  });
  if (!('at' in answer)) return answer;
  const isThroughout = businessSeconds(hours, now, answer.at) === answer.at - now;
  return {
    seconds: answer.seconds,
    // "Within 2 hours" where the line is open for all of them; else open hours are meant, and said.
    workingDaySeconds: isThroughout ? undefined : workingDayOf(hours),
    at: isoOf(answer.at),
  };
};

const workingDayOf = (hours: Hours): number | undefined =>
  hours === '24x7' ? undefined : workingDaySecondsOf(hours);
