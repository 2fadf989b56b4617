import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line, Topic } from '../../../schemas/desk.ts';
import type { Peak } from '../../../schemas/peak.ts';
import type { ServicePromise } from '../../../schemas/promise.ts';
import type { SimulatedDay } from '../../../schemas/simulation.ts';
import type { Span } from '../calendars/spans.ts';
import { defaultLines } from '../defaults/lines.ts';
import { type Book, bookOf } from '../promises/book.ts';
import { defaultCalendars, defaultPromises } from '../promises/defaults.ts';
import { secondsOf } from '../promises/instance-of.ts';

/** The desk on which a day is played: a new desk's settings with what the day changes. */
export type Stage = {
  readonly day: SimulatedDay;
  readonly time: Span;
  readonly lineOf: ReadonlyMap<string, string>;
  readonly lines: readonly Line[];
  readonly topics: readonly Topic[];
  readonly calendars: readonly Calendar[];
  readonly promises: readonly ServicePromise[];
  readonly peaks: readonly Peak[];
  readonly book: Book;
};

/** The day names what is not there; the message says what is. */
export class StageFault extends Error {
  override readonly name = 'StageFault';
}

/** @throws StageFault that says what to change when the day names a line or calendar that is not there */
export const setStage = (day: SimulatedDay): Stage => {
  const own = new Set(day.calendars.map(({ id }) => id));
  const calendars = [
    ...day.calendars,
    ...defaultCalendars(day.timeZone).filter(({ id }) => !own.has(id)),
  ];
  const lines = day.lines ?? defaultLines;
  const promises = day.promises ?? defaultPromises;
  const from = secondsOf(day.start);
  refuseUnknown('line', lines, [
    ...day.topics.map(({ id, line }) => [`topic ${id}`, line] as const),
    ...day.agents.flatMap((team) =>
      team.lines.map((line) => [`agents ${team.name}`, line] as const),
    ),
  ]);
  refuseUnknown('calendar', calendars, [
    ...lines.map(({ id, calendarId }) => [`line ${id}`, calendarId] as const),
    ...day.agents.flatMap(({ name, shiftId }) =>
      shiftId === undefined ? [] : [[`agents ${name}`, shiftId] as const],
    ),
  ]);
  return {
    day,
    time: { from, to: from + day.days * 86_400 },
    lineOf: new Map(day.topics.map(({ id, line }) => [id, line])),
    lines,
    topics: day.topics.map(({ id, line }) => ({
      id,
      line,
      name: { en: id },
      question: { en: id },
      keywords: [],
      form: [],
      isPublic: true,
    })),
    calendars,
    promises,
    peaks: day.peaks,
    book: bookOf(promises, calendars),
  };
};

const refuseUnknown = (
  what: string,
  known: readonly { readonly id: string }[],
  named: readonly (readonly [by: string, id: string])[],
): void => {
  const missing = named.find(([, id]) => known.every((one) => one.id !== id));
  if (!missing) return;
  const [by, id] = missing;
  const there = known.map((one) => one.id).join(', ');
  throw new StageFault(`${by} names the ${what} "${id}", which is not there. There are: ${there}`);
};
