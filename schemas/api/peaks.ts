import * as z from 'zod';
import { Peak, PeakProposal, StaffingDay, TopicForecast } from '../peak.ts';
import { LocalDay, Slug } from '../primitives.ts';
import { endpoint } from './endpoint.ts';

const Peaks = z.array(Peak).max(200);
const Version = z.number().int().min(0);

const PeaksView = z.object({
  items: Peaks,
  version: Version,
  /** Ids of those that are on now; the first one rules. */
  now: z.array(Slug),
});

export const listPeaks = endpoint({
  name: 'listPeaks',
  method: 'GET',
  path: '/api/peaks',
  permission: 'peaks.read',
  summary: 'Planned and declared peaks, and what somebody should plan',
  output: PeaksView.extend({ proposals: z.array(PeakProposal) }),
});

export const savePeaks = endpoint({
  name: 'savePeaks',
  method: 'PUT',
  path: '/api/peaks',
  permission: 'peaks.manage',
  summary: 'The calendar of peaks',
  body: z.object({ items: Peaks, expects: Version }),
  output: PeaksView,
});

export const declarePeak = endpoint({
  name: 'declarePeak',
  method: 'POST',
  path: '/api/peaks/declare',
  permission: 'peaks.manage',
  summary: 'A peak from now on, for so many hours; new tickets follow its rules within seconds',
  body: z.object({
    name: z.string().trim().min(1).max(80),
    hours: z.number().int().min(1).max(240),
    factors: Peak.shape.factors.default({}),
    notice: Peak.shape.notice,
  }),
  output: PeaksView,
  status: 201,
});

export const endPeak = endpoint({
  name: 'endPeak',
  method: 'POST',
  path: '/api/peaks/{peakId}/end',
  permission: 'peaks.manage',
  summary: 'End a peak that is on; tickets created in it keep its promise',
  params: z.object({ peakId: Slug }),
  body: z.object({}),
  output: PeaksView,
});

export const suggestPeaks = endpoint({
  name: 'suggestPeaks',
  method: 'POST',
  path: '/api/peaks/suggest',
  permission: 'peaks.manage',
  summary: 'Proposals from an iCalendar file of announcements (sales, birthdays); saves nothing',
  body: z.object({ text: z.string().min(1).max(1_000_000) }),
  output: z.object({
    proposals: z.array(PeakProposal),
    problems: z.array(z.object({ event: z.string(), reason: z.string() })),
  }),
});

export const dismissProposal = endpoint({
  name: 'dismissProposal',
  method: 'POST',
  path: '/api/peaks/dismiss',
  permission: 'peaks.manage',
  summary: 'Put a proposal aside; it does not come again',
  body: z.object({ proposalId: z.string().min(1).max(120) }),
  output: z.object({}),
});

export const getForecast = endpoint({
  name: 'getForecast',
  method: 'GET',
  path: '/api/forecast',
  permission: 'peaks.read',
  summary: 'Expected arrivals by hour and topic with their error on past weeks, and people needed',
  query: z.object({
    /** First day, UTC; without it today. */
    from: LocalDay.optional(),
    days: z.coerce.number().int().min(1).max(31).default(7),
  }),
  output: z.object({
    topics: z.array(TopicForecast),
    /** The same dates, from midnight to midnight by the desk's clock. */
    staffing: z.array(StaffingDay),
    /** Tickets a person answers in a day, which staffing counts with. */
    perDay: z.number().int(),
    /** What came in the hours past of the range, by topic; as long as `hours` of the forecast or shorter. */
    arrived: z.record(Slug, z.array(z.number().int())),
  }),
});

export const peakEndpoints = [
  listPeaks,
  savePeaks,
  declarePeak,
  endPeak,
  suggestPeaks,
  dismissProposal,
  getForecast,
] as const;
