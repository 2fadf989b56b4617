import { secondsOf } from '../promises/instance-of.ts';
import { openSpans, type Span, united, without } from './spans.ts';
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

const shiftsOf = (
  { time, calendars, lines }: Stage,
  team: Stage['day']['agents'][number],
): readonly Shift[] => {
  const ids =
    team.shiftId === undefined
      ? lines.filter(({ id }) => team.lines.includes(id)).map(({ calendarId }) => calendarId)
      : [team.shiftId];
  const hours = calendars.filter(({ id }) => ids.includes(id));
  const planned = united(hours.flatMap((calendar) => openSpans(calendar, time)));
  const away = team.away.map(({ from, to }) => ({ from: secondsOf(from), to: secondsOf(to) }));
  return planned.flatMap((span) =>
    without(span, away).map((part) => ({ ...part, isCutShort: part.to < span.to })),
  );
};
