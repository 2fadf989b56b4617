import * as z from 'zod';
import { Calendar } from '../calendar.ts';
import { ClockAlert, ClockEvent, ClockInstance } from '../clock.ts';
import { Instant, Priority, Slug } from '../primitives.ts';
import { ProfileName, ServicePromise } from '../promise.ts';
import { endpoint } from './endpoint.ts';
import { Cursor } from './views.ts';

/** How a story begins; the promise in question is pinned to it. */
const StoryBeginning = z.object({
  kind: z.literal('created'),
  at: Instant,
  openedBy: z.enum(['customer', 'agent', 'robot']),
  priority: Priority,
});

export const previewPromise = endpoint({
  name: 'previewPromise',
  method: 'POST',
  path: '/api/promises/preview',
  permission: 'promises.try',
  summary: 'What a promise would do with a story: every clock with start, due, pauses and end',
  body: z.object({
    /** Need not be saved. */
    promise: ServicePromise,
    /** Those that the promise names. */
    calendars: z.array(Calendar).max(10),
    profile: ProfileName.default('normal'),
    /** What happens to the ticket, beginning with its creation; later ones in any order. */
    events: z.tuple([StoryBeginning], ClockEvent).refine((events) => events.length <= 200, {
      error: 'at most 200 events',
    }),
    /** The moment from which the story is looked at; later events have not happened. */
    now: Instant,
  }),
  output: z.object({
    instances: z.array(ClockInstance),
    /** Warnings and breaches that would have been recorded until `now`, oldest first. */
    alerts: z.array(ClockAlert),
    /** The instances in sentences, in the caller's language. */
    sentences: z.array(z.string()),
  }),
});

export const applyPromises = endpoint({
  name: 'applyPromises',
  method: 'POST',
  path: '/api/promises/apply',
  permission: 'promises.apply',
  summary:
    'Give open tickets of a topic the promise that is theirs now, a page at a time; repeating changes nothing',
  body: z.object({
    topic: Slug,
    /** Only look: how many would change. */
    isTrial: z.boolean(),
    cursor: Cursor.optional(),
  }),
  output: z.object({
    looked: z.number().int(),
    changed: z.number().int(),
    /** Changed in the same moment by somebody else; try them again. */
    skipped: z.number().int(),
    /** There is more. */
    cursor: Cursor.optional(),
  }),
});

export const promiseEndpoints = [previewPromise, applyPromises] as const;
