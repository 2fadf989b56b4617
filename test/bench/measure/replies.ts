import { randomUUID } from 'node:crypto';
import { drive } from '../load/drive.ts';
import { firstNumber, storeMessages } from '../load/stored-tickets.ts';
import { untilQuiet } from '../load/until-quiet.ts';
import type { Measurement } from '../measurement.ts';
import { asLatency, observed } from './observed.ts';

/** Apart from the tickets that the readings look at. */
const firstIndex = 5_000_000;

/** An agent's answers until the 201: saved with its delivery queued, sent by `deliver` meanwhile. */
export const replyLatency: Measurement = {
  name: 'reply',
  run: async function* (stand, scale) {
    const count = scale(200);
    const warm = scale(100);
    const answered: string[] = [];
    for (let index = 0; index < count + warm; index += 1)
      answered.push(await storeMessages(stand.table, firstIndex + index, 2));
    await untilQuiet(stand);
    const reply = (index: number) =>
      stand.staff.post(
        `/api/tickets/tkt_${firstNumber + firstIndex + index}/replies`,
        JSON.stringify({
          clientId: randomUUID(),
          answersId: answered[index],
          text: 'The shop has confirmed the purchase; the cashback shows within three days.',
        }),
      );
    await drive({ count: warm, concurrency: 1 }, (index) => reply(count + index));
    yield asLatency(
      'reply.accepted',
      await observed(stand, () => drive({ count, concurrency: 1 }, reply)),
    );
  },
};
