import type { Agent } from '../../../schemas/agent.ts';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line } from '../../../schemas/desk.ts';
import type { StaffingDay } from '../../../schemas/peak.ts';
import { businessSeconds } from '../calendars/business-time.ts';
import { dayAfter } from '../peaks/days.ts';
import type { DeskForecast } from './forecast.ts';
import { hoursOfDeskDay } from './slots.ts';

/** Tickets a person answers in a day (product.md), where no line says otherwise. */
const usualPerDay = 160;

type People = {
  readonly agents: readonly Pick<Agent, 'active' | 'lines' | 'shiftId'>[];
  readonly lines: readonly Pick<Line, 'id' | 'calendarId' | 'capacity'>[];
  readonly calendars: readonly Calendar[];
};

const working = ({ agents }: People) =>
  agents.filter(({ active, lines }) => active && lines.length > 0);

/** What one of the desk's people answers in a day: the mean of what their lines say, each at its highest. */
export const perDayOf = (people: People): number => {
  const each = working(people).map(({ lines }) => {
    const said = people.lines
      .filter(({ id }) => lines.includes(id))
      .flatMap(({ capacity }) => capacity?.perDay ?? []);
    return said.length > 0 ? Math.max(...said) : usualPerDay;
  });
  if (each.length === 0) return usualPerDay;
  return Math.max(1, Math.round(each.reduce((sum, perDay) => sum + perDay, 0) / each.length));
};

/** When somebody works: their shift, else the hours of their lines. */
const calendarsOf = (
  { lines: ids, shiftId }: People['agents'][number],
  { lines, calendars }: People,
): readonly Calendar[] => {
  const shift = calendars.find(({ id }) => id === shiftId);
  if (shift) return [shift];
  const open = lines.filter(({ id }) => ids.includes(id)).map(({ calendarId }) => calendarId);
  return calendars.filter(({ id }) => open.includes(id));
};

/** Chance alone makes one day in ten larger by so much (√expected), where past days have not shown it. */
const tenth = 1.2816;

/** People needed on each of the desk's days, and how many of its people work then. */
export const staffingOf = (
  forecast: DeskForecast,
  {
    topics,
    zone,
    first,
    days,
    ...people
  }: People & {
    readonly topics: readonly string[];
    readonly zone: string;
    readonly first: string;
    readonly days: number;
  },
): readonly StaffingDay[] => {
  const perDay = perDayOf(people);
  return Array.from({ length: days }, (_, index) => {
    const day = dayAfter(first, index);
    const hours = hoursOfDeskDay(zone, day);
    const expected = topics.reduce(
      (sum, topic) =>
        hours.reduce((total, hour) => total + forecast.hourOf(topic, hour).expected, sum),
      0,
    );
    const high =
      forecast.dayRatio === undefined
        ? expected + tenth * Math.sqrt(expected)
        : expected * Math.max(1, forecast.dayRatio);
    const from = (hours[0] ?? 0) * 3600;
    const to = ((hours.at(-1) ?? 0) + 1) * 3600;
    const planned = working(people).filter((agent) =>
      calendarsOf(agent, people).some((calendar) => businessSeconds(calendar, from, to) > 0),
    );
    return {
      day,
      expected: Math.round(expected * 10) / 10,
      high: Math.round(high * 10) / 10,
      people: Math.ceil(expected / perDay),
      peopleHigh: Math.ceil(high / perDay),
      planned: planned.length,
    };
  });
};
