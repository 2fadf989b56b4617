import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line } from '../../../schemas/desk.ts';
import type { Hold, Ticket } from '../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../schemas/timeline.ts';
import { dueAfter } from '../calendars/business-time.ts';
import { hoursOfLine } from '../lines/hours.ts';

type Leasing = {
  readonly why: Hold['why'];
  readonly line: Pick<Line, 'claimMinutes' | 'calendarId'> | undefined;
  readonly calendars: readonly Calendar[];
  readonly now: string;
};

/**
 * For how long somebody has a ticket who does nothing with it: the line's minutes while the line is open, so that
 * nothing lapses over night. Undefined: for good.
 */
export const leaseOf = ({ why, line, calendars, now }: Leasing): Hold | undefined => {
  if (line?.claimMinutes === undefined) return undefined;
  const start = Math.ceil(Date.parse(now) / 1000);
  const until = dueAfter(hoursOfLine(line, calendars), start, line.claimMinutes * 60);
  return until === undefined
    ? undefined
    : { why, since: now, until: new Date(until * 1000).toISOString() };
};

/**
 * The hold after a change, asked for every change of a ticket, so that no act is forgotten: whatever the holder does
 * makes the ticket theirs for good, another holder begins anew, and what is not in work is not waited for. A change that
 * sets the hold itself knows best.
 */
export const holdAfter = (
  ticket: Ticket,
  patch: Partial<Ticket>,
  entries: readonly TimelineEntry[],
): Hold | undefined => {
  if ('hold' in patch) return patch.hold;
  const next = { ...ticket, ...patch };
  const isTheirs = next.assigneeId !== undefined && next.assigneeId === ticket.assigneeId;
  const isWaitedFor = isTheirs && next.status === 'open';
  return isWaitedFor && !entries.some((entry) => isActOf(ticket.assigneeId, entry))
    ? ticket.hold
    : undefined;
};

const isActOf = (agentId: string | undefined, entry: TimelineEntry): boolean => {
  const actor = entry.type === 'event' ? entry.by : entry.author;
  return actor.kind === 'agent' && actor.id === agentId;
};
