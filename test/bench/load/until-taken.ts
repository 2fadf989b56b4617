import { setTimeout as wait } from 'node:timers/promises';
import { pointerStore } from '../../../functions/dynamo/pointers.ts';
import type { Table } from '../../../functions/dynamo/table.ts';

/** One look-up asks for so many keys at most. */
const mostKeys = 90;
const pauseMilliseconds = 20;
const longestSeconds = 120;
const nobody = { channel: 'mail', externalId: 'nobody@bench.example.net' } as const;

/**
 * Resolves with key → ticket when every message is on a ticket. Looks at the oldest that are missing only, and not
 * without pause: looking must cost the desk little.
 * @throws Error when two minutes were not enough
 */
export async function untilTaken(
  table: Table,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const pointers = pointerStore(table);
  const tickets = new Map<string, string>();
  const deadline = Date.now() + longestSeconds * 1_000;
  let missing = [...keys];
  while (missing.length > 0) {
    if (Date.now() > deadline) throw new Error(`${missing.length} messages are on no ticket`);
    const [idempotencyKey = '', ...others] = missing.slice(0, mostKeys);
    const known = await pointers.lookUp({ idempotencyKey, pointers: others, identity: nobody });
    if (known.takenBy) tickets.set(idempotencyKey, known.takenBy.ticketId);
    for (const { key, target } of known.pointers) tickets.set(key, target.ticketId);
    missing = missing.filter((key) => !tickets.has(key));
    if (!known.takenBy) await wait(pauseMilliseconds);
  }
  return tickets;
}
