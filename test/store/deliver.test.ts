import { describe, expect, test } from 'vitest';
import type { DeliverDeps } from '../../functions/entry/deliver/deliver-deps.ts';
import { handleOutbound } from '../../functions/entry/deliver/handle-outbound.ts';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import { ComeAgain } from '../../functions/queue/batch.ts';
import type { Delivery } from '../../schemas/timeline.ts';
import { aDeliverer, type TestDeliverer } from '../make/a-deliverer.ts';
import { aMail, aNotification } from '../make/an-intake.ts';
import { Crash, crashingAt } from '../make/crashing.ts';
import { aTable } from './a-table.ts';
import { anAnswered } from './answered.ts';

const receipt = { handle: 'r1', receiveCount: 1 };
const later = { now: () => '2026-11-22T11:10:00.000Z' };

const deliveryOf = async (
  deliverer: Pick<TestDeliverer, 'tickets'>,
  job: Awaited<ReturnType<typeof anAnswered>>['job'],
): Promise<Delivery | undefined> => {
  const entry = await deliverer.tickets.loadEntry({ ...job, id: job.messageId });
  return entry?.type === 'message' ? entry.delivery : undefined;
};

const textOf = (deliverer: TestDeliverer): string =>
  Buffer.from(deliverer.letters[0]?.raw ?? []).toString('latin1');

describe('an answer by mail', () => {
  test('leaves with all that threads it, and is found again by SES’s id', async () => {
    const table = await aTable();
    const { job, ticketId } = await anAnswered(table);
    const deliverer = aDeliverer(table);

    await handleOutbound(deliverer)(job, receipt);

    expect(await deliveryOf(deliverer, job)).toMatchObject({ state: 'sent', providerId: 'ses-1' });
    expect(await deliverer.outbox.findAlias('wire|ses-1')).toMatchObject({ ticketId });
    const raw = textOf(deliverer);
    expect(raw).toMatch(/^To: ann@customer\.example$/m);
    expect(raw).toMatch(/^In-Reply-To: <first@customer\.example>\r$/m);
    expect(raw).toMatch(/^Reply-To: Support <support\+\d+\.[a-z2-7]{12}@desk\.example>\r$/m);
    expect(raw).toMatch(/^Subject: Re: Where is it\? \[#\d+-[a-z2-7]{6}\]\r$/m);
    expect(raw).not.toMatch(/^Auto-Submitted/m);
  });

  test('and the customer’s answer to SES’s rewritten id finds the ticket', async () => {
    const table = await aTable();
    const { intake, job, ticketId } = await anAnswered(table);
    await handleOutbound(aDeliverer(table))(job, receipt);
    const headers = ['In-Reply-To: <ses-1@eu-central-1.amazonses.com>'];
    await intake.raw.put('m2', aMail({ id: 'second@customer.example', headers }), 'x');

    await handleJob(intake)(aNotification('m2'), 1);

    expect(new Set(intake.jobs.map((sent) => sent.ticketId))).toEqual(new Set([ticketId]));
  });

  test('leaves once when its job comes four times at once', async () => {
    const table = await aTable();
    const { job } = await anAnswered(table);
    const deliverer = aDeliverer(table);

    await Promise.allSettled([1, 2, 3, 4].map(() => handleOutbound(deliverer)(job, receipt)));

    expect(deliverer.letters).toHaveLength(1);
  });

  test.each(['before', 'after'] as const)(
    'leaves once at most when the process dies %s any step',
    async (moment) => {
      const ends: (string | undefined)[] = [];
      for (let step = 1; ; step += 1) {
        const table = await aTable();
        const { job } = await anAnswered(table);
        const deliverer = aDeliverer(table);
        const { deps } = crashingAt<DeliverDeps>(deliverer, step, moment);
        const died = await handleOutbound(deps)(job, receipt).then(
          () => false,
          (error: unknown) => error instanceof Crash,
        );
        if (!died && (await deliveryOf(deliverer, job))?.state === 'sent') break;
        await handleOutbound({ ...deliverer, ...later })(job, { ...receipt, receiveCount: 2 });
        expect(deliverer.letters.length).toBeLessThanOrEqual(1);
        ends.push((await deliveryOf(deliverer, job))?.state);
      }

      expect(new Set(ends)).toEqual(new Set(['sent', 'unknown']));
    },
  );

  test('is looked at again when its claim seems lost: the answer may be what was lost', async () => {
    const table = await aTable();
    const { job } = await anAnswered(table);
    const deliverer = aDeliverer(table);
    const moveDelivery: DeliverDeps['outbox']['moveDelivery'] = async (move) => {
      await deliverer.outbox.moveDelivery(move);
      return 'stale';
    };
    const deafened = { ...deliverer, outbox: { ...deliverer.outbox, moveDelivery } };

    await expect(handleOutbound(deafened)(job, receipt)).rejects.toThrow(ComeAgain);
    await handleOutbound({ ...deliverer, ...later })(job, { ...receipt, receiveCount: 2 });

    expect((await deliveryOf(deliverer, job))?.state).toBe('unknown');
  });

  test('waits while another deliverer may still be at it', async () => {
    const table = await aTable();
    const { job } = await anAnswered(table);
    const dying = crashingAt<DeliverDeps>(aDeliverer(table), 7, 'before').deps;
    await handleOutbound(dying)(job, receipt).catch(() => undefined);
    const deliverer = aDeliverer(table);

    await expect(handleOutbound(deliverer)(job, receipt)).rejects.toThrow(ComeAgain);

    expect(deliverer.shownAgain).toEqual([90]);
    expect(deliverer.letters).toHaveLength(0);
  });
});

describe('what the mail service says', () => {
  const failing = (error: object): Partial<DeliverDeps> => ({
    mail: async () => {
      throw Object.assign(new Error('no'), error);
    },
  });

  test.each([
    ['is tried again later', { name: 'TooManyRequestsException' }, 'queued', [5]],
    ['is given up when refused', { name: 'MessageRejected' }, 'failed', []],
    ['is unknown when no answer came', { name: 'TimeoutError' }, 'unknown', []],
    ['is tried again when nothing left', { name: 'Error', code: 'ECONNREFUSED' }, 'queued', [5]],
  ])('%s', async (_name, error, state, shownAgain) => {
    const table = await aTable();
    const { job } = await anAnswered(table);
    const deliverer = aDeliverer(table, failing(error));

    await handleOutbound(deliverer)(job, receipt).catch(() => undefined);

    expect((await deliveryOf(deliverer, job))?.state).toBe(state);
    expect(deliverer.shownAgain.map((seconds) => Math.floor(seconds / 1.2))).toEqual(shownAgain);
  });

  test('brings the ticket back when the answer did not arrive', async () => {
    const table = await aTable();
    const { job, ticketId } = await anAnswered(table);
    const deliverer = aDeliverer(table, failing({ name: 'MessageRejected' }));

    await handleOutbound(deliverer)(job, receipt);
    await handleOutbound(deliverer)(job, receipt);

    const found = await deliverer.tickets.loadWithTimeline(ticketId, { limit: 50 });
    expect(found?.ticket.status).toBe('open');
    expect(
      found?.entries.filter((entry) => entry.type === 'event' && entry.kind === 'delivery-failed'),
    ).toHaveLength(1);
  });

  test('brings it back also when the process dies before the ticket is told', async () => {
    const table = await aTable();
    const { job, ticketId } = await anAnswered(table);
    const deliverer = aDeliverer(table, failing({ name: 'MessageRejected' }));
    const save = async (): Promise<never> => {
      throw new Crash();
    };
    const dying = { ...deliverer, tickets: { ...deliverer.tickets, save } };

    await handleOutbound(dying)(job, receipt).catch(() => undefined);
    await handleOutbound(deliverer)(job, { ...receipt, receiveCount: 2 });

    expect((await deliverer.tickets.load(ticketId))?.status).toBe('open');
  });
});
