import ICAL from 'ical.js';
import { dateOf, type Horizon, repeatsOf, ruleRefusal } from './ical-repeats.ts';

const MAX_CHARACTERS = 1_000_000;
const MAX_EVENTS = 2000;

export interface ICalEvent {
  readonly file: ICAL.Component;
  readonly name: string | undefined;
  readonly start: ICAL.Time;
  /** The zone its start is written in; none for UTC and for the reader's own. */
  readonly tzid: string | undefined;
  readonly seconds: number;
  readonly rule: ICAL.Recur | undefined;
  /** The rule has exceptions: days left out, added or moved. */
  readonly isUneven: boolean;
  /** The only start, or those of its rule and RDATEs without EXDATEs and moved occurrences. */
  readonly starts: () => ICAL.Time[];
}

/** Events that were left out, each with the reason. `event` is empty if the file itself cannot be read. */
export type ICalProblem = { readonly event: string; readonly reason: string };

function timesOf(event: ICAL.Component, name: string): ICAL.Time[] {
  return event
    .getAllProperties(name)
    .flatMap((property) => property.getValues())
    .filter((value): value is ICAL.Time => value instanceof ICAL.Time);
}

/** Dates of occurrences that a file tells apart from their series, by the series' UID. */
function movedOccurrences(events: readonly ICAL.Component[]): Map<string, Set<string>> {
  const moved = new Map<string, Set<string>>();
  for (const event of events) {
    const uid = String(event.getFirstPropertyValue('uid') ?? '');
    const dates = timesOf(event, 'recurrence-id').map(dateOf);
    if (dates.length > 0) moved.set(uid, new Set([...(moved.get(uid) ?? []), ...dates]));
  }
  return moved;
}

function parsed(text: string): ICAL.Component | string {
  if (text.length > MAX_CHARACTERS) return `the file is larger than ${MAX_CHARACTERS} characters`;
  try {
    const [first] = [ICAL.parse(text)].flatMap((all) => (Array.isArray(all[0]) ? all : [all]));
    const file = new ICAL.Component(first);
    return file.name === 'vcalendar' ? file : 'the file holds no calendar (VCALENDAR)';
  } catch (cause) {
    return `the file is not iCalendar: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

/** The event as readers want it, or why it cannot be read. */
function readEvent(
  event: ICAL.Component,
  { file, moved, horizon }: { file: ICAL.Component; moved: Set<string>; horizon: Horizon },
): ICalEvent | string {
  const start = event.getFirstPropertyValue('dtstart');
  if (!(start instanceof ICAL.Time) || Number.isNaN(Date.parse(dateOf(start))))
    return 'it has no readable start';
  const found = event.getFirstPropertyValue('rrule');
  const rule = found instanceof ICAL.Recur ? found : undefined;
  const refusal = rule && ruleRefusal(rule);
  if (refusal) return refusal;
  const seconds = new ICAL.Event(event).duration.toSeconds();
  if (seconds < 0) return 'it ends before it starts';
  const tzid = event.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  const [out, added] = [timesOf(event, 'exdate'), timesOf(event, 'rdate')];
  return {
    file,
    name: new ICAL.Event(event).summary?.trim() || undefined,
    start,
    tzid: typeof tzid === 'string' ? tzid : undefined,
    seconds,
    rule,
    isUneven: out.length + added.length + moved.size > 0,
    starts: () => {
      const away = new Set([...out.map(dateOf), ...moved]);
      const repeats = rule ? repeatsOf(rule, start, horizon) : [start];
      return [...repeats, ...added].filter((time) => !away.has(dateOf(time)));
    },
  };
}

/**
 * Hands over the events of an iCalendar file (RFC 5545), one after the other. `take` answers why it leaves one out.
 * Bounded: nothing in the file is fetched or executed, alarms and attachments are not looked at.
 */
export function readEvents(
  text: string,
  horizon: Horizon,
  take: (event: ICalEvent) => string | undefined,
): ICalProblem[] {
  const file = parsed(text);
  if (typeof file === 'string') return [{ event: '', reason: file }];
  const events = file.getAllSubcomponents('vevent');
  if (events.length > MAX_EVENTS)
    return [{ event: '', reason: `it has more than ${MAX_EVENTS} events` }];
  const moved = movedOccurrences(events);
  const problems: ICalProblem[] = [];
  for (const event of events) {
    if (event.getFirstPropertyValue('status') === 'CANCELLED') continue;
    const isMoved = event.hasProperty('recurrence-id');
    const uid = String(event.getFirstPropertyValue('uid') ?? '');
    const away = isMoved ? new Set<string>() : (moved.get(uid) ?? new Set<string>());
    let reason: string | undefined;
    try {
      const read = readEvent(event, { file, moved: away, horizon });
      reason = typeof read === 'string' ? read : take(read);
    } catch (cause) {
      reason = `it cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    }
    if (reason)
      problems.push({ event: String(event.getFirstPropertyValue('summary') ?? uid), reason });
  }
  return problems;
}
