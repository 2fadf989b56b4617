import type { Agent } from '../../../schemas/agent.ts';
import type { Capacity, Line, Topic } from '../../../schemas/desk.ts';
import type { Presence } from '../../../schemas/presence.ts';
import type { Ticket, TicketSummary } from '../../../schemas/ticket.ts';
import { maySeeTopic } from '../access.ts';
import { canServe, isOfLine } from '../lines/competence.ts';
import { isLineOpen, isOnShift } from '../lines/hours.ts';
import { capacityOf, hasRoom, workloadOf } from '../lines/workload.ts';
import type { DeskLists } from '../settings-stores.ts';
import type { QueueCount, Work } from '../stores.ts';
import { mayTake } from './next.ts';

/** Somebody who asks for the next ticket, and the desk they ask. */
export type Asking = {
  readonly agent: Agent;
  readonly desk: Pick<DeskLists, 'lines' | 'topics' | 'calendars'>;
  readonly work: Work;
  readonly presence: Presence | undefined;
  /** Topics they named: of these also what waits for a closed line. */
  readonly topics?: readonly string[] | undefined;
  readonly now: string;
};

/** What somebody has enough of. */
export type Reached = keyof Capacity;

/**
 * Lines whose work somebody may take now: their own that are open, all their own while the shift runs that they have
 * apart from their lines. The work of a closed line waits for it, unless they name the topic. Who belongs to no line
 * helps everywhere at any hour.
 */
export const linesNow = ({ agent, desk, topics, now }: Asking): readonly Line[] => {
  const own = desk.lines.filter(({ id }) => isOfLine(agent, id));
  const isOwnShift = agent.shiftId !== undefined && isOnShift(agent, desk, now);
  if (topics || isOwnShift || agent.lines.length === 0) return own;
  return own.filter((line) => isLineOpen(line, desk.calendars, now));
};

const workOf = ({ agent, work: { loads, isCounted }, presence, now }: Asking) =>
  workloadOf({ load: loads.find(({ agentId }) => agentId === agent.id), presence, isCounted }, now);

/** What of the line's limits is reached whatever the next ticket is; chats are looked at one by one. */
export const reachedOn = (line: Line, asking: Asking): Reached | undefined => {
  const capacity = capacityOf(asking.agent, line.id, asking.desk.lines);
  const work = workOf(asking);
  const isReached = (name: Reached) => work[name] >= (capacity?.[name] ?? Number.POSITIVE_INFINITY);
  return (['perDay', 'tickets'] as const).find(isReached);
};

/**
 * The queues as this person sees them: of each topic the tickets that lie on the given lines. Only topics with such a
 * line, or with such tickets: an escalated one may lie anywhere. Counters of an older desk know no lines.
 */
export const queuesOf = (
  counts: readonly QueueCount[],
  lines: readonly Line[],
  { agent, desk, topics: asked }: Asking,
): readonly QueueCount[] => {
  const ids = lines.map(({ id }) => id);
  return desk.topics
    .filter(({ id }) => maySeeTopic(agent, id) && (asked?.includes(id) ?? true))
    .flatMap((topic) => {
      const count = counts.find((one) => one.topic === topic.id) ?? none(topic);
      const isOwn = ids.includes(topic.line);
      const unassigned = count.byLine
        ? ids.reduce((sum, id) => sum + (count.byLine?.[id] ?? 0), 0)
        : isOwn
          ? count.unassigned
          : 0;
      return isOwn || unassigned > 0 ? [{ ...count, unassigned }] : [];
    });
};

const none = ({ id }: Topic): QueueCount => ({
  topic: id,
  active: 0,
  unassigned: 0,
  postponed: 0,
  breached: 0,
});

/**
 * Whether this person may have this ticket: free, on one of the lines, within their skills and their room.
 * `chats`: everything but the room. A line of a list does not know the customer's standing: ask again with the ticket.
 */
export const fits = (
  ticket: TicketSummary & Partial<Pick<Ticket, 'tier'>>,
  lines: readonly Line[],
  asking: Asking,
): boolean | 'chats' => {
  const { agent, desk } = asking;
  const line = lineOf(ticket, desk);
  if (!mayTake(ticket) || !lines.some(({ id }) => id === line)) return false;
  const isWhole = 'topicReason' in ticket;
  const able = isWhole ? agent : { ...agent, skills: { ...agent.skills, tiers: undefined } };
  if (!canServe(able, { ...ticket, line: line ?? '' }, desk.topics)) return false;
  const capacity = capacityOf(agent, line, desk.lines);
  return hasRoom(capacity, workOf(asking), ticket) || 'chats';
};

/** The ticket's line, else its topic's: dispatch may not have reached it yet. */
export const lineOf = (
  { line, topic }: Pick<TicketSummary, 'line' | 'topic'>,
  { topics }: Pick<DeskLists, 'topics'>,
): string | undefined => line ?? topics.find(({ id }) => id === topic)?.line;
