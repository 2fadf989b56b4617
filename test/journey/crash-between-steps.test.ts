import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outboxStore } from '../../functions/dynamo/outbox.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import type { PlannedFault } from '../../local/run/faults.ts';
import type { MessageView } from '../../schemas/api/views.ts';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import {
  aStranger,
  isFromPerson,
  postedTo,
  sendLetter,
  untilPosted,
  untilTaken,
} from '../make/letters.ts';
import type { Staff } from '../make/staff.ts';
import { until } from '../make/until.ts';
import { untilSettled } from '../make/until-settled.ts';

let journey: JourneyDesk;
let ann: Staff;
beforeAll(async () => {
  journey = await aJourneyDesk({ retrySeconds: 0.1 });
  ann = await journey.as('Ann');
});
afterAll(() => journey.end());

const write = async (from: string) =>
  untilTaken(journey.table, await sendLetter(journey.desk, { from, subject: 'Where is it?' }));
const deathsOf = (name: string) =>
  journey.desk.logs(name).filter((line) => line.includes('Runtime exited')).length;
/** Before and after each call to the outside that a function makes for one message. */
const moments = (functionName: string, calls: number): readonly PlannedFault[] =>
  Array.from({ length: calls }, (_, index) => index + 1).flatMap((call) => [
    { functionName, dies: 'before-call' as const, call },
    { functionName, dies: 'after-answer' as const, call },
  ]);

describe.each([
  { functionName: 'intake', calls: 8 },
  { functionName: 'dispatch', calls: 6 },
  { functionName: 'relay', calls: 3 },
])('a crash of $functionName between any two of its steps', ({ functionName, calls }) => {
  it('loses nothing and does nothing twice', async () => {
    const before = deathsOf(functionName);
    const written: { fault: PlannedFault; from: string; ticketId: string }[] = [];

    for (const fault of moments(functionName, calls)) {
      const from = aStranger();
      journey.desk.failNext(fault);
      const ticketId = await write(from);
      await untilPosted(journey.desk, from, () => true);
      written.push({ fault, from, ticketId });
    }
    await untilSettled(journey.desk);

    for (const { fault, from, ticketId } of written) {
      const kinds = (await ann.messages(ticketId)).map(({ kind }) => kind).toSorted();
      const mails = (await postedTo(journey.desk, from)).length;
      expect({ fault, kinds, mails }).toEqual({
        fault,
        kinds: ['acknowledgement', 'customer'],
        mails: 1,
      });
    }
    expect(deathsOf(functionName) - before).toBeGreaterThan(calls);
  });
});

describe('a crash of deliver between any two of its steps', () => {
  const replyOn = async (ticketId: string): Promise<MessageView> => {
    const reply = (await ann.messages(ticketId)).find(({ kind }) => kind === 'reply');
    if (!reply) throw new Error(`${ticketId} has no reply`);
    return reply;
  };
  const answersTo = async (from: string) =>
    (await postedTo(journey.desk, from)).filter(isFromPerson).length;
  const answered: { fault: PlannedFault; from: string; ticketId: string }[] = [];

  beforeAll(async () => {
    for (const fault of moments('deliver', 6)) {
      const from = aStranger();
      answered.push({ fault, from, ticketId: await write(from) });
    }
    // Their acknowledgements are not what shall be interrupted.
    await untilSettled(journey.desk);
    for (const { fault, ticketId } of answered) {
      journey.desk.failNext(fault);
      await ann.reply(ticketId, { text: 'On its way.' });
      await until(
        'the attempt',
        async () => (await replyOn(ticketId)).delivery?.state !== 'queued',
      );
    }
  });

  it('sends no answer twice, and shows as unknown what nobody can know', async () => {
    const ends: string[] = [];
    for (const { from, ticketId } of answered) {
      if ((await replyOn(ticketId)).delivery?.state === 'sending') await letClaimLapse(ticketId);
      const { delivery } = await until('the outcome', async () => {
        const reply = await replyOn(ticketId);
        // A sent mail's delivery event follows it by a moment.
        return ['sending', 'sent'].includes(reply.delivery?.state ?? '') ? undefined : reply;
      });
      ends.push(`${delivery?.state} ${await answersTo(from)}`);
    }

    // Of a mail that left SES tells, so unknown is only what never did.
    expect(new Set(ends)).toEqual(new Set(['delivered 1', 'unknown 0']));
  });

  it('lets an agent send the unknown one again', async () => {
    const states = await Promise.all(answered.map(({ ticketId }) => replyOn(ticketId)));
    const index = states.findIndex(({ delivery }) => delivery?.state === 'unknown');
    const { ticketId = '', from = '' } = answered[index] ?? {};
    const { id, occurredAt } = await replyOn(ticketId);
    const before = await answersTo(from);

    await ann.post(`/api/tickets/${ticketId}/messages/${id}/resend`, { occurredAt });

    await until('the answer', async () => (await answersTo(from)) === before + 1);
  });

  /** A claim lapses after ninety seconds; here it is made older and its job comes now. */
  async function letClaimLapse(ticketId: string): Promise<void> {
    const { id, occurredAt } = await replyOn(ticketId);
    const place = { ticketId, id, occurredAt };
    const message = await ticketStore(journey.table).loadEntry(place);
    if (message?.type !== 'message' || !message.delivery) throw new Error(`${id} is no message`);
    const from = message.delivery;
    const at = new Date(Date.parse(from.at) - 100_000).toISOString();
    await outboxStore(journey.table).moveDelivery({
      message: { ...message, delivery: { ...from, at } },
      from,
    });
    const queue = journey.desk.model.queues.find(({ name }) => /outbound$/i.test(name));
    const job = { kind: 'message', ticketId, messageId: id, occurredAt };
    await journey.desk.aws.queues.send(queue?.name ?? '', JSON.stringify(job));
  }
});
