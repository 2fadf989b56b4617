import type { TicketSummary } from '../../schemas/ticket.ts';
import { kindOf, letItLie, oldestFirst, push, waitingOn } from '../desk/lines/backlog.ts';
import { workersOf } from '../desk/lines/choose-person.ts';
import { capacityOf, hasRoom, workloadOf } from '../desk/lines/workload.ts';
import type { CounterStore, QueueCount, TicketStore } from '../desk/stores.ts';
import { mayTake } from '../desk/tickets/next.ts';
import { log } from '../observe/log.ts';
import { type HandOutDeps, type PushDesk, pushTo, staffOf } from './hand-out.ts';

export type BacklogDeps = HandOutDeps & {
  readonly tickets: Pick<TicketStore, 'loadWithTimeline' | 'listByTopic' | 'save'>;
  readonly counters: Pick<CounterStore, 'queues'>;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

const pageSize = 50;
/** Looked at in a topic: its most urgent thousand, of which the oldest come first. */
const mostPages = 20;
/** Handed out in one run; the clock comes again in a minute. */
const mostHandedOut = 200;
/** Enough to see who let a ticket lie. */
const entriesLooked = 10;

/**
 * Hands out what waits on lines that hand out, oldest first, until nobody has room. Called every minute, and when
 * somebody becomes available; two runs at once share the work, because each ticket and each person is saved
 * conditionally. Nothing is read on a desk without such a line, and no list while nobody has room.
 */
export const drainBacklog = async (deps: BacklogDeps, desk: PushDesk): Promise<number> => {
  const lines = new Set(desk.lines.filter(({ work }) => work === 'push').map(({ id }) => id));
  if (lines.size === 0 || !(await hasAnyRoom(deps, desk, lines))) return 0;
  const queues = await deps.counters.queues();
  const topics = queues.filter((queue) => isWorthLooking(queue, lines)).map(({ topic }) => topic);
  const waiting = (await Promise.all(topics.map((topic) => waitingOf(deps, topic, lines)))).flat();
  let given = 0;
  const hopeless = new Set<string>();
  for (const ticket of oldestFirst(waiting)) {
    if (hopeless.has(kindOf(ticket)) || given === mostHandedOut) continue;
    const outcome = await giveOne(deps, desk, ticket.id);
    if (outcome === 'given') given += 1;
    if (outcome === 'nobody') hopeless.add(kindOf(ticket));
  }
  if (given > 0) log.info('push.backlog', { given, waiting: waiting.length });
  return given;
};

/** Counters of an older desk know no lines. */
const isWorthLooking = ({ unassigned, byLine }: QueueCount, lines: ReadonlySet<string>): boolean =>
  unassigned > 0 && (!byLine || [...lines].some((line) => (byLine[line] ?? 0) > 0));

/** A mail fits wherever anything does. */
const hasAnyRoom = async (
  deps: BacklogDeps,
  desk: PushDesk,
  lines: ReadonlySet<string>,
): Promise<boolean> => {
  const now = deps.now();
  const staff = await staffOf(deps);
  return desk.lines.some(
    (line) =>
      lines.has(line.id) &&
      workersOf(staff, line, { desk, now }).some((worker) =>
        hasRoom(capacityOf(worker.agent, line.id, desk.lines), workloadOf(worker, now), {
          channel: 'mail',
        }),
      ),
  );
};

const waitingOf = async (
  { tickets }: BacklogDeps,
  topic: string,
  lines: ReadonlySet<string>,
): Promise<readonly TicketSummary[]> => {
  const found: TicketSummary[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await tickets.listByTopic({
      topic,
      group: 'active',
      isFree: true,
      limit: pageSize,
      cursor,
    });
    found.push(...waitingOn(page.items, lines));
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  return found;
};

/** The list is an index and may be a moment behind, so the ticket itself is asked. */
const giveOne = async (
  deps: BacklogDeps,
  desk: PushDesk,
  ticketId: string,
): Promise<'given' | 'gone' | 'nobody'> => {
  const found = await deps.tickets.loadWithTimeline(ticketId, { limit: entriesLooked });
  if (!found || !mayTake(found.ticket)) return 'gone';
  const { ticket, entries } = found;
  if (ticket.line === undefined) return 'gone';
  const now = deps.now();
  const to = await pushTo(deps, {
    ticket: { ...ticket, line: ticket.line },
    desk,
    passedOver: letItLie(entries),
    now,
  });
  if (!to) return 'nobody';
  // Race: somebody was faster. Their ticket now; the place that was reserved is free again in two minutes.
  return (await deps.tickets.save(push(ticket, to, now))) === 'saved' ? 'given' : 'gone';
};
