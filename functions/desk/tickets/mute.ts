import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message, TimelineEntry } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import type { TicketChange } from '../change.ts';
import { changed, eventOf } from './changed.ts';

/** Mails that go to and fro within an hour; two people who write so fast lose no more than automatic answers. */
const mostInHour = 10;
/** Of these, how often the word passes from one side to the other. */
const turns = 6;
const hourMilliseconds = 3_600_000;
/** Newest entries that must be looked at to see a loop. */
export const entriesOfLoop = 30;

/**
 * Whether a ticket's mail goes to and fro faster than people write (channels.md 1.4): more than ten mails in the hour
 * before `now`, passing from side to side. Two robots can answer each other without any header that says so.
 */
export const isLoop = (entries: readonly TimelineEntry[], now: string): boolean => {
  const since = Date.parse(now) - hourMilliseconds;
  const mails = entries
    .filter((entry): entry is Message => entry.type === 'message' && entry.channel === 'mail')
    .filter(({ occurredAt }) => Date.parse(occurredAt) > since)
    .toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt));
  const passed = mails.filter((mail, at) => at > 0 && mail.direction !== mails[at - 1]?.direction);
  return mails.length > mostInHour && passed.length >= turns;
};

/** Nothing automatic leaves for this ticket any more, and somebody is told; undefined when it is so already. */
export const mute = (ticket: Ticket, now: string): TicketChange | undefined =>
  ticket.mutedAt
    ? undefined
    : changed(ticket, { mutedAt: now, mayAcknowledge: false }, [
        eventOf(ticket, 'muted', { by: robot, now, data: { dueAt: now, late: false } }),
      ]);
