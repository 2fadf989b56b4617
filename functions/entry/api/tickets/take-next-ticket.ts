import type { Agent } from '../../../../schemas/agent.ts';
import type * as endpoints from '../../../../schemas/api/tickets.ts';
import type { Ticket, TicketSummary } from '../../../../schemas/ticket.ts';
import { claim } from '../../../desk/tickets/claim.ts';
import { mayTake, topicsInOrder } from '../../../desk/tickets/next.ts';
import type { ApiDeps } from '../api-deps.ts';
import { deskTopics } from '../desk/desk-topics.ts';
import type { UseCase } from '../types.ts';

const pageSize = 50;

/**
 * Longest queue first, inside it the most urgent. The claim is conditional on the ticket's version, so of any number
 * of agents who ask at once one gets it and the others go on to the next.
 */
export const takeNextTicket: UseCase<typeof endpoints.takeNextTicket> =
  (deps) =>
  async ({ body }, agent) => {
    const [queues, allowed] = await Promise.all([
      deps.counters.queues(),
      topicsFor(deps, agent, body.topics),
    ]);
    const counted = new Set(queues.map((queue) => queue.topic));
    const uncounted = allowed.filter((topic) => !counted.has(topic));
    const empty = new Set(queues.filter((queue) => queue.unassigned === 0).map((q) => q.topic));
    for (const topic of [...topicsInOrder(queues, allowed), ...uncounted]) {
      const ticket = await takeFrom(deps, { topic, isEmpty: empty.has(topic) }, agent);
      if (ticket) return { ticket };
    }
    return {};
  };

/** What was asked for, else the topics of the agent's lines; somebody without lines serves all. */
const topicsFor = async (
  deps: ApiDeps,
  agent: Agent,
  asked: readonly string[] | undefined,
): Promise<readonly string[]> => {
  if (asked) return asked.filter((topic) => deps.settings.topics.includes(topic));
  const topics = await deskTopics(deps);
  return topics
    .filter((topic) => agent.lines.length === 0 || agent.lines.includes(topic.line))
    .map((topic) => topic.id);
};

/**
 * A queue that the counters call empty is asked for its first page only: they run seconds behind, so something urgent
 * may just have come, but paging through thousands of tickets that colleagues hold finds nothing.
 */
const takeFrom = async (
  deps: ApiDeps,
  { topic, isEmpty }: { topic: string; isEmpty: boolean },
  agent: Agent,
): Promise<Ticket | undefined> => {
  let cursor: string | undefined;
  do {
    const page = await deps.tickets.listByTopic({
      topic,
      group: 'active',
      limit: pageSize,
      cursor,
    });
    const ticket = await takeOneOf(deps, page.items.filter(mayTake), agent);
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
  agent: Agent,
): Promise<Ticket | undefined> => {
  const taken = first && (await tryClaim(deps, first.id, agent));
  if (taken) return taken;
  const start = Math.floor(Math.random() * rest.length);
  for (const { id } of [...rest.slice(start), ...rest.slice(0, start)]) {
    const ticket = await tryClaim(deps, id, agent);
    if (ticket) return ticket;
  }
  return undefined;
};

/** The list is an index and may be a moment behind, so the ticket itself is asked again. */
const tryClaim = async (
  { tickets, now }: Pick<ApiDeps, 'tickets' | 'now'>,
  ticketId: string,
  agent: Agent,
): Promise<Ticket | undefined> => {
  const ticket = await tickets.load(ticketId);
  if (!ticket || !mayTake(ticket)) return undefined;
  const change = claim({ ticket, by: agent, takeOver: false, now: now() });
  return change && (await tickets.save(change)) === 'saved' ? change.ticket : undefined;
};
