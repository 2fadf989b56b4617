import type { Figure } from '../figure.ts';
import { drive } from '../load/drive.ts';
import { crowdedTopic, firstNumber, storeMessages, storeTickets } from '../load/stored-tickets.ts';
import { untilQuiet } from '../load/until-quiet.ts';
import type { Measurement, Scale } from '../measurement.ts';
import type { Stand } from '../stand/start-stand.ts';
import { alertLag } from './alerts.ts';
import { meterDue } from './due.ts';
import { asLatency, observed } from './observed.ts';

const messages = 20;
/** Tickets with a timeline of twenty messages, read in turn. */
const opened = 50;

/** A work list of fifty and a ticket of twenty messages, with so many open tickets in the topic. */
async function* readings(
  stand: Stand,
  { size, scale }: { size: string; scale: Scale },
): AsyncGenerator<Figure> {
  await untilQuiet(stand);
  const list = () => stand.staff.get(`/api/tickets?topic=${crowdedTopic}`);
  const open = (index: number) =>
    stand.staff.get(`/api/tickets/tkt_${firstNumber + (index % opened)}`);
  const count = scale(500);
  await drive({ count: scale(200), concurrency: 1 }, async (index) => {
    await list();
    await open(index);
  });
  const one = { count, concurrency: 1 };
  yield asLatency(`list.${size}`, await observed(stand, () => drive(one, list)));
  yield asLatency(
    `list.${size}.c8`,
    await observed(stand, () => drive({ count, concurrency: 8 }, list)),
  );
  yield asLatency(`open.${size}`, await observed(stand, () => drive(one, open)));
}

export const reading: Measurement = {
  name: 'reading',
  run: async function* (stand, scale) {
    await storeTickets(stand.table, { from: 0, to: 1_000 });
    for (let index = 0; index < opened; index += 1)
      await storeMessages(stand.table, index, messages);
    yield* readings(stand, { size: '1k', scale });
    const many = scale(100_000);
    const stored = await observed(stand, async () => {
      const startedAt = performance.now();
      await storeTickets(stand.table, { from: 1_000, to: many });
      await untilQuiet(stand);
      return (performance.now() - startedAt) / 1_000;
    });
    yield {
      name: 'tickets.stored-and-counted',
      value: stored.result,
      unit: 's',
      n: many - 1_000,
      rss_mb: stored.rss_mb,
      cpu_s: stored.cpu_s,
    };
    yield* readings(stand, { size: `${many / 1_000}k`, scale });
    yield await meterDue(stand.table, many);
    yield await alertLag(stand, `${many / 1_000}k`);
  },
};
