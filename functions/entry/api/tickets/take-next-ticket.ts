import type * as endpoints from '../../../../schemas/api/ticket-lists.ts';
import type { Line } from '../../../../schemas/desk.ts';
import type { Ticket, TicketSummary } from '../../../../schemas/ticket.ts';
import { activePeak } from '../../../desk/peaks/active-peak.ts';
import { atWork } from '../../../desk/presence/change.ts';
import { conflict, type Problem } from '../../../desk/problem.ts';
import type { QueueCount } from '../../../desk/stores.ts';
import { claim } from '../../../desk/tickets/claim.ts';
import { leaseOf } from '../../../desk/tickets/hold.ts';
import { topicsInOrder } from '../../../desk/tickets/next.ts';
import {
  type Asking,
  fits,
  lineOf,
  linesNow,
  queuesOf,
  type Reached,
  reachedOn,
} from '../../../desk/tickets/takeable.ts';
import { loadLists } from '../../desk-lists.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { UseCase } from '../types.ts';

const pageSize = 50;

/** `lines`: those with room. `isChatsFull`: something was passed over that is one chat too many. */
type Search = { readonly asking: Asking; readonly lines: readonly Line[]; isChatsFull: boolean };

/**
 * Longest queue first, inside it the most urgent; docs/PRESENCE.md has the rules. The claim is conditional on the
 * ticket's version, so of any number of agents who ask at once one gets it and the others go on to the next.
 */
export const takeNextTicket: UseCase<typeof endpoints.takeNextTicket> =
  (deps) =>
  async ({ body }, agent) => {
    const now = deps.now();
    const [desk, queues, work, presence] = await Promise.all([
      loadLists(deps.desk, deps.settings),
      deps.counters.queues(),
      deps.work(),
      deps.presence.load(agent.id),
    ]);
    const atDesk = atWork({ agentId: agent.id, presence, now });
    // Race: the clock or a colleague in this moment. The next press says it again.
    if (atDesk) await deps.presence.save(atDesk, presence?.version ?? 0);

    const asking = { agent, desk, work, presence, topics: body.topics, now };
    const mine = linesNow(asking);
    const reached = mine.map((line) => reachedOn(line, asking));
    const lines = mine.filter((_, at) => reached[at] === undefined);
    const [first] = reached;
    if (lines.length === 0 && first) throw enough(first);

    const search = { asking, lines, isChatsFull: false };
    const counts = queuesOf(queues, lines, asking);
    const counted = new Set(queues.map(({ topic }) => topic));
    const isEmpty = ({ topic, unassigned }: QueueCount) => unassigned === 0 && counted.has(topic);
    const empty = new Set(counts.filter(isEmpty).map(({ topic }) => topic));
    const weights = activePeak(desk.peaks, now)?.weights;
    for (const topic of topicsInOrder(counts, undefined, { ...(weights && { weights }) })) {
      const ticket = await takeFrom(deps, { topic, isEmpty: empty.has(topic) }, search);
      if (ticket) return { ticket };
    }
    if (search.isChatsFull) throw enough('chats');
    return {};
  };

const sentences: Readonly<Record<Reached, string>> = {
  perDay: 'You have taken as many tickets today as your line plans for one person.',
  tickets: 'You hold as many open tickets as your line plans for one person. Finish one first.',
  chats: 'What waits is chat, and you have as many as your line plans for one person.',
};

const enough = (reached: Reached): Problem =>
  conflict('capacity.reached', sentences[reached], { detail: reached });

/**
 * A queue that the counters call empty is asked for its first page only: they run seconds behind, so something urgent
 * may just have come, but paging through what is for others finds nothing.
 */
const takeFrom = async (
  deps: ApiDeps,
  { topic, isEmpty }: { topic: string; isEmpty: boolean },
  search: Search,
): Promise<Ticket | undefined> => {
  let cursor: string | undefined;
  do {
    const page = await deps.tickets.listByTopic({
      topic,
      group: 'active',
      isFree: true,
      limit: pageSize,
      cursor,
    });
    const fitting = page.items.filter((ticket) => {
      const answer = fits(ticket, search.lines, search.asking);
      if (answer === 'chats') search.isChatsFull = true;
      return answer === true;
    });
    const ticket = await takeOneOf(deps, fitting, search);
    if (ticket) return ticket;
    cursor = isEmpty ? undefined : page.cursor;
  } while (cursor);
  return undefined;
};

/**
 * The most urgent one. Who loses it to a colleague goes on somewhere in the rest of the page: a hundred who ask in one
 * moment would else race for the second, then for the third, and the last of them for a hundred tickets.
 */
const takeOneOf = async (
  deps: Pick<ApiDeps, 'tickets' | 'now'>,
  [first, ...rest]: readonly TicketSummary[],
  search: Search,
): Promise<Ticket | undefined> => {
  const taken = first && (await tryClaim(deps, first.id, search));
  if (taken) return taken;
  const start = Math.floor(Math.random() * rest.length);
  for (const { id } of [...rest.slice(start), ...rest.slice(0, start)]) {
    const ticket = await tryClaim(deps, id, search);
    if (ticket) return ticket;
  }
  return undefined;
};

/** The list is an index and may be a moment behind, so the ticket itself is asked again. */
const tryClaim = async (
  { tickets, now }: Pick<ApiDeps, 'tickets' | 'now'>,
  ticketId: string,
  { asking, lines }: Search,
): Promise<Ticket | undefined> => {
  const ticket = await tickets.load(ticketId);
  if (!ticket || fits(ticket, lines, asking) !== true) return undefined;
  const { agent, desk } = asking;
  const line = desk.lines.find(({ id }) => id === lineOf(ticket, desk));
  const at = now();
  const hold = leaseOf({ why: 'claimed', line, calendars: desk.calendars, now: at });
  const change = claim({ ticket, by: agent, takeOver: false, hold, now: at });
  return change && (await tickets.save(change)) === 'saved' ? change.ticket : undefined;
};
