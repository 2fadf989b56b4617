import { createHash } from 'node:crypto';
import type { Peak, PeakProposal } from '../../../schemas/peak.ts';
import { type ICalEvent, type ICalProblem, readEvents } from '../calendars/ical-events.ts';
import { momentOf } from '../calendars/ical-moment.ts';
import { dateOf } from '../calendars/ical-repeats.ts';
import { hoursOfDeskDay } from '../forecast/slots.ts';
import { dayAfter, dayOf, instantOfHour } from './days.ts';
import { overlaps } from './last-year.ts';

const daySeconds = 86_400;
/** Longer ones are seasons: plan those by hand. */
const mostDays = 31;
/** As many as the calendar of peaks holds. */
const mostProposals = 200;

type Span = { readonly from: string; readonly to: string };

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** Whole days are the desk's own, times without a zone are on its clock. */
const spansOf = (event: ICalEvent, zone: string): readonly Span[] | string => {
  if (event.seconds > mostDays * daySeconds) return `it lasts longer than ${mostDays} days`;
  if (event.start.isDate) {
    const length = Math.max(1, Math.ceil(event.seconds / daySeconds));
    return event.starts().map((start) => ({
      from: instantOfHour(hoursOfDeskDay(zone, dateOf(start))[0] ?? 0),
      to: instantOfHour(hoursOfDeskDay(zone, dayAfter(dateOf(start), length))[0] ?? 0),
    }));
  }
  const moments = event
    .starts()
    .map((start) => momentOf(start, event.tzid, { calendarZone: zone, file: event.file }));
  if (moments.includes(undefined)) return `its time zone ${event.tzid ?? ''} is unknown`;
  if (event.seconds === 0) return 'it has no length';
  return moments.flatMap((from = 0) => ({ from: isoOf(from), to: isoOf(from + event.seconds) }));
};

/**
 * Peaks from a calendar of announcements (sales, birthdays) that are not over within a year from now, earliest first.
 * How many will come it does not say: whoever takes one does.
 */
export const announcedPeaks = (
  text: string,
  {
    zone,
    peaks,
    now,
  }: {
    readonly zone: string;
    readonly peaks: readonly Peak[];
    readonly now: string;
  },
): { readonly proposals: readonly PeakProposal[]; readonly problems: readonly ICalProblem[] } => {
  const proposals: PeakProposal[] = [];
  const until = dayAfter(dayOf(now), 366);
  const horizon = { from: dayAfter(dayOf(now), -mostDays), to: until };
  const problems = readEvents(text, horizon, (event) => {
    const spans = spansOf(event, zone);
    if (typeof spans === 'string') return spans;
    const name = (event.name ?? 'Announcement').slice(0, 80);
    const coming = spans.filter(({ from, to }) => to > now && from < until);
    for (const span of coming) {
      if (peaks.some((peak) => peak.name === name && overlaps(peak, span))) continue;
      const mark = createHash('sha256').update(name).digest('hex').slice(0, 16);
      const id = `announcement|${span.from}|${mark}`;
      proposals.push({ id, reason: 'announcement', name, ...span, factors: {} });
    }
    return coming.length === 0 ? 'it is over, or more than a year ahead' : undefined;
  });
  return {
    proposals: proposals.toSorted((a, b) => (a.from < b.from ? -1 : 1)).slice(0, mostProposals),
    problems,
  };
};
