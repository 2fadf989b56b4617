import type { Agent } from '../../../schemas/agent.ts';
import { openSpans, type Span, united, without } from '../calendars/spans.ts';
import { canServe } from '../lines/competence.ts';
import { hoursOfLine } from '../lines/hours.ts';
import { secondsOf } from '../promises/instance-of.ts';
import { linesNow, reachedOn } from '../tickets/takeable.ts';
import type { Stage } from './stage.ts';

/** One agent of a team. */
export type Person = {
  readonly name: string;
  readonly team: string;
  readonly agent: Agent;
  /** What they may take while its line is open and they have room. */
  readonly topics: readonly string[];
  readonly speed: number;
  readonly shifts: readonly Shift[];
};

/** A stretch of work. `isCutShort`: they fall ill at its end, and what they hold goes back. */
export type Shift = Span & { readonly isCutShort: boolean };

export const peopleOf = (stage: Stage): readonly Person[] =>
  stage.day.agents.flatMap((team) => {
    const shifts = shiftsOf(stage, team);
    return Array.from({ length: team.count }, (_, index): Person => {
      const agent = agentOf(stage, team, index + 1);
      return {
        name: `${team.name} ${index + 1}`,
        team: team.name,
        agent,
        topics: servedBy(stage, agent).map(({ id }) => id),
        speed: team.speed,
        shifts,
      };
    });
  });

const agentOf = ({ day }: Stage, team: TeamPlan, number: number): Agent => ({
  id: `agt_${team.name}${number}`,
  email: 'somebody@desk.example',
  name: team.name,
  role: 'operator',
  active: true,
  lines: team.lines,
  skills: team.skills,
  shiftId: team.shiftId,
  leads: [],
  createdAt: day.start,
  version: 1,
});

const servedBy = ({ day, topics }: Stage, agent: Agent) =>
  day.topics.filter(({ id, line, channel }) =>
    canServe(agent, { topic: id, channel, line }, topics),
  );

/**
 * What somebody may take at a moment, as "next ticket" decides it: lines that are open (or all their own in a shift of
 * their own), without those whose day's measure they have reached.
 */
export const allowedNow = (
  stage: Stage,
  { agent, topics }: Pick<Person, 'agent' | 'topics'>,
  { now, takenToday }: { readonly now: string; readonly takenToday: number },
): readonly string[] => {
  const day = now.slice(0, 10);
  const loads = [{ agentId: agent.id, tickets: 0, chats: 0, taken: takenToday, day }];
  const work = { loads, isCounted: () => true };
  const asking = { agent, desk: stage, work, presence: undefined, now };
  const lines = linesNow(asking).filter((line) => reachedOn(line, asking) === undefined);
  const ids = new Set(lines.map(({ id }) => id));
  return topics.filter((topic) => ids.has(stage.lineOf.get(topic) ?? ''));
};

const shiftsOf = (stage: Stage, team: TeamPlan): readonly Shift[] => {
  const absences = absencesOf(team);
  return plannedSpans(stage, team).flatMap((span) =>
    without(span, absences).map((part) => ({ ...part, isCutShort: part.to < span.to })),
  );
};

/** Shifts as planned but for some absences. */
export const openShiftsOf = (
  stage: Stage,
  team: TeamPlan,
  absences: readonly Span[],
): readonly Span[] => plannedSpans(stage, team).flatMap((span) => without(span, absences));

type TeamPlan = Stage['day']['agents'][number];

export const absencesOf = ({ away }: TeamPlan): readonly Span[] =>
  away.map(({ from, to }) => ({ from: secondsOf(from), to: secondsOf(to) }));

const plannedSpans = ({ time, calendars, lines }: Stage, team: TeamPlan): readonly Span[] => {
  const ids =
    team.shiftId === undefined
      ? lines.filter(({ id }) => team.lines.includes(id)).map(({ calendarId }) => calendarId)
      : [team.shiftId];
  const hours = calendars.filter(({ id }) => ids.includes(id));
  return united(hours.flatMap((calendar) => openSpans(calendar, time)));
};

/** When somebody who found nothing may find something: a line opens, or a new day's measure begins (UTC). */
export const turnsOf = ({ time, lines, calendars }: Stage): readonly number[] => {
  const openings = lines.flatMap((line) =>
    openSpans(hoursOfLine(line, calendars), time).map(({ from }) => from),
  );
  const firstDay = Math.ceil(time.from / daySeconds);
  const days = Array.from(
    { length: Math.max(0, Math.ceil(time.to / daySeconds) - firstDay) },
    (_, day) => (firstDay + day) * daySeconds,
  );
  return [...new Set([...openings, ...days])].toSorted((a, b) => a - b);
};

const daySeconds = 86_400;
