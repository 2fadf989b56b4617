import { tickTicket } from '../../desk/tickets/tick.ts';
import { summarize } from '../../observe/context.ts';
import { log } from '../../observe/log.ts';
import { metric } from '../../observe/metric.ts';
import type { ClockDeps } from './clock-deps.ts';
import { lookAfterBacklog } from './look-after-backlog.ts';
import { lookAfterConnections } from './look-after-connections.ts';
import { lookAfterPeople } from './look-after-people.ts';

/** Tickets of one shard looked at together; shards run side by side. */
const pageSize = 25;
/** Somebody saves the ticket while we look: once or twice, not more often within a second. */
const mostTries = 4;

type Ticked = 'changed' | 'unchanged' | 'failed';

/**
 * Looks at every ticket whose moment has come. Exactly once: what was warned or announced is in the ticket's clocks,
 * saved under its version together with the alert's entry. A sweep that is repeated or runs late finds the rest.
 */
export const sweep = (deps: ClockDeps) => async (): Promise<void> => {
  const until = deps.now();
  const shards = Array.from({ length: deps.due.shards }, (_, shard) => shard);
  const [results, areConnectionsWell, arePeopleWell] = await Promise.all([
    Promise.all(shards.map((shard) => sweepShard(deps, shard, until))).then((all) => all.flat()),
    lookAfter('connections', () => lookAfterConnections(deps)),
    lookAfter('people', () => lookAfterPeople(deps)),
  ]);
  // Behind who came, went and let something lie in this minute.
  const isBacklogWell = await lookAfter('backlog', () => lookAfterBacklog(deps));
  const count = (wanted: Ticked) => results.filter((result) => result === wanted).length;
  summarize({ looked: results.length, changed: count('changed'), failed: count('failed') });
  metric({ name: 'DueTickets', value: results.length });
  // The next minute tries them again; the alarm on errors must see it.
  if (!areConnectionsWell) throw new Error('connections could not be looked after');
  if (!arePeopleWell) throw new Error('people could not be looked after');
  if (!isBacklogWell) throw new Error('the backlog could not be handed out');
  if (count('failed') > 0) throw new Error(`${count('failed')} due tickets could not be ticked`);
};

/** Promises must not wait for the rest, nor fail with it. */
const lookAfter = async (what: string, work: () => Promise<void>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch (error) {
    log.error(`clock.${what}.failed`, {}, error);
    return false;
  }
};

const sweepShard = async (
  deps: ClockDeps,
  shard: number,
  until: string,
): Promise<readonly Ticked[]> => {
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
const tick = async (deps: ClockDeps, ticketId: string): Promise<Ticked> => {
  try {
    return await tickOne(deps, ticketId);
  } catch (error) {
    log.error('clock.ticket.failed', { ticketId }, error);
    return 'failed';
  }
};

const tickOne = async (deps: ClockDeps, ticketId: string): Promise<Ticked> => {
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
