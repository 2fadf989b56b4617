import { setTimeout as wait } from 'node:timers/promises';
import { dispatchTicket } from '../../../functions/desk/tickets/dispatch.ts';
import { tickTicket } from '../../../functions/desk/tickets/tick.ts';
import { agentStore } from '../../../functions/dynamo/agents.ts';
import { deskStore } from '../../../functions/dynamo/desk-lists.ts';
import { dueStore } from '../../../functions/dynamo/due.ts';
import { alertKey } from '../../../functions/dynamo/keys.ts';
import { get } from '../../../functions/dynamo/query.ts';
import { ticketStore } from '../../../functions/dynamo/tickets.ts';
import { newAlerting } from '../../../functions/entry/alerting.ts';
import { newBookLoader } from '../../../functions/entry/book-loader.ts';
import { aDesk } from '../../make/a-desk.ts';
import { alertsAtOnce } from '../../make/an-alerting.ts';
import { aFirstMessage } from '../../store/opened.ts';
import { type Figure, quantile } from '../figure.ts';
import { crowdedTopic, firstNumber } from '../load/stored-tickets.ts';
import type { Stand } from '../stand/start-stand.ts';

const breaches = 40;
const longestMs = 60_000;
/** Who runs the desk is told, since nobody leads the topic. */
const target = 'mail:olga@kopilka.example';

/**
 * How long after the sweep began each of forty breaches was told by mail, with so many open tickets beside them. The
 * sweep comes every minute, which is not in it.
 */
export async function alertLag({ table }: Pick<Stand, 'table'>, size: string): Promise<Figure> {
  await deskStore(table).save('alerts', alertsAtOnce, 0);
  const numbers = Array.from({ length: breaches }, (_, index) => firstNumber * 2 + index);
  for (const number of numbers) await openLongAgo(table, number);

  const startedAt = performance.now();
  const told = Promise.all(numbers.map((number) => untilTold(table, number, startedAt)));
  await sweepOnce(table, new Date().toISOString());
  const latencies = await told;
  return {
    name: `alert.told.${size}`,
    value: quantile(latencies, 0.5),
    unit: 'ms',
    n: breaches,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

/** What the clock does with what is due, without its log lines between the figures. */
async function sweepOnce(table: Stand['table'], now: string): Promise<void> {
  const desk = deskStore(table);
  const settings = { timeZone: 'UTC' };
  const alerting = await newAlerting({ desk, agents: agentStore(table), settings })();
  const bookOf = newBookLoader(desk, settings);
  const tickets = ticketStore(table);
  const due = dueStore(table);
  for (let shard = 0; shard < due.shards; shard += 1) {
    const { items } = await due.listDue({ shard, until: now, limit: 100 });
    for (const { ticketId } of items) {
      const ticket = await tickets.load(ticketId);
      const change = ticket && tickTicket({ ticket, book: await bookOf(ticket), alerting, now });
      if (change) await tickets.save(change);
    }
  }
}

/** A ticket that was due weeks ago and that no clock has looked at. */
async function openLongAgo(table: Stand['table'], number: number): Promise<void> {
  const tickets = ticketStore(table);
  const occurredAt = new Date(Date.now() - 30 * 86_400_000).toISOString();
  const first = aFirstMessage({
    number,
    inbound: { occurredAt },
    ticket: { topic: crowdedTopic, mayAcknowledge: false },
  });
  await tickets.saveIntake(first);
  const change = dispatchTicket({
    ticket: first.ticket,
    entries: first.entries,
    desk: aDesk(),
    isAckAllowed: false,
    now: occurredAt,
  });
  if (!change || (await tickets.save(change)) === 'stale') throw new Error('no promise');
}

async function untilTold(
  table: Stand['table'],
  number: number,
  startedAt: number,
): Promise<number> {
  const tickets = ticketStore(table);
  while (performance.now() - startedAt < longestMs) {
    const loaded = await tickets.loadWithTimeline(`tkt_${number}`, { limit: 20 });
    const breach = loaded?.entries.find((one) => one.type === 'event' && one.kind === 'breached');
    const claim = breach && (await get(table, alertKey(breach.id, target)));
    if (claim?.['state'] === 'sent') return performance.now() - startedAt;
    await wait(250);
  }
  throw new Error(`the breach of ${number} was not told within a minute`);
}
