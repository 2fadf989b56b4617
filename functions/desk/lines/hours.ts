import type { Agent } from '../../../schemas/agent.ts';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line } from '../../../schemas/desk.ts';
import { type Hours, isOpenAt } from '../calendars/business-time.ts';
import { isOfLine } from './competence.ts';

/** A calendar that is gone closes nobody: who has none is there around the clock. */
const hoursNamed = (id: string | undefined, calendars: readonly Calendar[]): Hours =>
  calendars.find((calendar) => calendar.id === id) ?? '24x7';

export const hoursOfLine = (
  { calendarId }: Pick<Line, 'calendarId'>,
  calendars: readonly Calendar[],
): Hours => hoursNamed(calendarId, calendars);

const isOpen = (hours: Hours, now: string) => isOpenAt(hours, Math.floor(Date.parse(now) / 1000));

/** Half-open: at closing time the line is closed. */
export const isLineOpen = (line: Line, calendars: readonly Calendar[], now: string): boolean =>
  isOpen(hoursOfLine(line, calendars), now);

type Staffed = { readonly lines: readonly Line[]; readonly calendars: readonly Calendar[] };

/** Somebody's hours: their shift's, else those of each of their lines. */
export const hoursOfAgent = (
  agent: Pick<Agent, 'lines' | 'shiftId'>,
  { lines, calendars }: Staffed,
): readonly Hours[] => {
  const shift = calendars.find(({ id }) => id === agent.shiftId);
  if (shift) return [shift];
  return lines.filter(({ id }) => isOfLine(agent, id)).map((line) => hoursOfLine(line, calendars));
};

/** Whether somebody works on a line now: in their own shift on all their lines, else while the line is open. */
export const worksOn = (
  agent: Pick<Agent, 'lines' | 'shiftId'>,
  line: Line,
  desk: Staffed & { readonly now: string },
): boolean => {
  const shift = desk.calendars.find(({ id }) => id === agent.shiftId);
  const isTheirs = shift ? isOpen(shift, desk.now) : isLineOpen(line, desk.calendars, desk.now);
  return isTheirs && isOfLine(agent, line.id);
};

/** Whether somebody's working hours run: any of them will do. */
export const isOnShift = (
  agent: Pick<Agent, 'lines' | 'shiftId'>,
  desk: Staffed,
  now: string,
): boolean => hoursOfAgent(agent, desk).some((hours) => isOpen(hours, now));
