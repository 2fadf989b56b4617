import { openSpans, type Span, united, without } from '../calendars/spans.ts';
import { secondsOf } from '../promises/instance-of.ts';
import type { Stage } from './stage.ts';

/** One agent of a team. */
export type Person = {
  readonly name: string;
  readonly team: string;
  /** What they may take. */
  readonly topics: readonly string[];
  readonly speed: number;
  readonly shifts: readonly Shift[];
};

/** A stretch of work. `isCutShort`: they fall ill at its end, and what they hold goes back. */
export type Shift = Span & { readonly isCutShort: boolean };

export const peopleOf = (stage: Stage): readonly Person[] =>
  stage.day.agents.flatMap((team) => {
    const shifts = shiftsOf(stage, team);
    const topics = stage.day.topics
      .filter(({ line }) => team.lines.includes(line))
      .map(({ id }) => id);
    return Array.from({ length: team.count }, (_, index) => ({
      name: `${team.name} ${index + 1}`,
      team: team.name,
      topics,
      speed: team.speed,
      shifts,
    }));
  });

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
