import { setTimeout as wait } from 'node:timers/promises';
import { pointerStore } from '../../../functions/dynamo/pointers.ts';
import type { Table } from '../../../functions/dynamo/table.ts';
import { ticketStore } from '../../../functions/dynamo/tickets.ts';

const pauseMilliseconds = 4;
const longestSeconds = 20;
const nobody = { channel: 'mail', externalId: 'nobody@bench.example.net' } as const;

/** Resolves when the message's ticket went through dispatch: its topic is chosen and its clocks run. */
export async function untilRouted(table: Table, idempotencyKey: string): Promise<void> {
  const pointers = pointerStore(table);
  const tickets = ticketStore(table);
  const deadline = Date.now() + longestSeconds * 1_000;
  let ticketId: string | undefined;
  while (Date.now() < deadline) {
    ticketId ??= (await pointers.lookUp({ idempotencyKey, pointers: [], identity: nobody })).takenBy
      ?.ticketId;
    if (ticketId !== undefined && (await tickets.load(ticketId))?.clocks) return;
    await wait(pauseMilliseconds);
  }
  throw new Error(`the message ${idempotencyKey} was not routed`);
}
