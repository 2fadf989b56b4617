import { tickTicket } from '../../desk/tickets/tick.ts';
import { summarize } from '../../observe/context.ts';
import { log } from '../../observe/log.ts';
import { metric } from '../../observe/metric.ts';
import type { ClockDeps } from './clock-deps.ts';

/** Tickets of one shard looked at together; shards run side by side. */
const pageSize = 25;
/** Somebody saves the ticket while we look: once or twice, not more often within a second. */
const mostTries = 4;

/** Promises need no more than this of the clock. */
type Deps = Pick<ClockDeps, 'due' | 'tickets' | 'bookOf' | 'alerting' | 'now'>;

type Ticked = 'changed' | 'unchanged' | 'failed';

/**
 * Looks at every ticket whose moment has come, and says how many failed. Exactly once: what was warned or announced is
 * in the ticket's clocks, saved under its version together with the alert's entry. A sweep that is repeated or runs late
 * finds the rest; of two at once, when one takes longer than half a minute, the second's write is refused and it finds
 * nothing left to say.
 */
export async function tickDue(deps: Deps): Promise<{ readonly failed: number }> {
  const until = deps.now();
  const shards = Array.from({ length: deps.due.shards }, (_, shard) => shard);
  const swept = await Promise.all(shards.map((shard) => sweepShard(deps, shard, until)));
  const results = swept.flat();
  const count = (wanted: Ticked) => results.filter((result) => result === wanted).length;
  const failed = count('failed');
  summarize({ looked: results.length, changed: count('changed'), failed });
  metric({ name: 'DueTickets', value: results.length });
  return { failed };
}

const sweepShard = async (deps: Deps, shard: number, until: string): Promise<readonly Ticked[]> => {
  const results: Ticked[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.due.listDue({ shard, until, limit: pageSize, cursor });
    results.push(...(await Promise.all(page.items.map(({ ticketId }) => tick(deps, ticketId)))));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return results;
};

/** One ticket that fails must not keep the others waiting. */
const tick = async (deps: Deps, ticketId: string): Promise<Ticked> => {
  try {
    return await tickOne(deps, ticketId);
  } catch (error) {
    log.error('clock.ticket.failed', { ticketId }, error);
    return 'failed';
  }
};

const tickOne = async (deps: Deps, ticketId: string): Promise<Ticked> => {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const ticket = await deps.tickets.load(ticketId);
    if (!ticket) return 'unchanged';
    const [book, alerting] = await Promise.all([deps.bookOf(ticket), deps.alerting()]);
    const change = tickTicket({ ticket, book, alerting, now: deps.now() });
    if (!change) return 'unchanged';
    if ((await deps.tickets.save(change)) === 'saved') {
      for (const entry of change.entries)
        if (entry.type === 'event') log.info(`clock.ticket.${entry.kind}`, { ticketId });
      return 'changed';
    }
  }
  throw new Error(`changed ${mostTries} times while it was looked at`);
};
