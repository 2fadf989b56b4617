import { describe, expect, test } from 'vitest';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import type { IntakeDeps } from '../../functions/entry/intake/intake-deps.ts';
import type { HookDelivery, InboundJob } from '../../schemas/queue.ts';
import { aMail, aNotification, anIntake, type TestIntake } from '../make/an-intake.ts';
import { Crash, crashingAt } from '../make/crashing.ts';
import { aTable } from './a-table.ts';

const anUpdate = (updateId: number, text: string): HookDelivery => ({
  kind: 'hook',
  channel: 'telegram',
  connectionId: 'bot',
  receivedAt: '2026-11-22T10:00:00.000Z',
  headers: {},
  body: Buffer.from(
    JSON.stringify({
      update_id: updateId,
      message: {
        message_id: updateId,
        from: { id: 77, first_name: 'Ann' },
        chat: { id: 77, type: 'private' },
        date: 1_795_341_600,
        text,
      },
    }),
  ).toString('base64'),
});

const mailWithFile = aMail({
  headers: ['References: <root@other.example>', 'Content-Type: multipart/mixed; boundary=b'],
  body: '--b\r\n\r\nSee file\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\ntext\r\n--b--',
});

type Outcome = {
  readonly tickets: readonly unknown[];
  readonly told: boolean;
  readonly files: readonly string[];
};

/** All that is left behind, without the numbers that a crash may have used up. */
const outcomeOf = async (intake: TestIntake): Promise<Outcome> => {
  const ids = [...new Set(intake.jobs.map(({ ticketId }) => ticketId))];
  const tickets = await Promise.all(
    ids.map(async (id) => {
      const found = await intake.tickets.loadWithTimeline(id, { limit: 100 });
      return {
        version: found?.ticket.version,
        customerId: found?.ticket.customerId,
        entries: found?.entries.map((entry) => entry.id),
      };
    }),
  );
  return { tickets, told: intake.jobs.length > 0, files: intake.files.keys().toSorted() };
};

/** Runs the job, dying at the step, then again as the queue would; answers what is left and whether it died. */
const runWithCrash = async (
  prepare: (intake: TestIntake) => Promise<InboundJob>,
  step: number,
  moment: 'before' | 'after',
): Promise<{ outcome: Outcome; died: boolean }> => {
  const intake = anIntake(await aTable());
  const job = await prepare(intake);
  const { deps } = crashingAt<IntakeDeps>(intake, step, moment);
  const died = await handleJob(deps)(job, 1).then(
    () => false,
    (error: unknown) => error instanceof Crash,
  );
  await handleJob(intake)(job, 2);
  return { outcome: await outcomeOf(intake), died };
};

const scenarios: Record<string, (intake: TestIntake) => Promise<InboundJob>> = {
  'a first mail with a file': async (intake) => {
    await intake.raw.put('m1', mailWithFile, 'message/rfc822');
    return aNotification('m1');
  },
  'a first message of a chat': async () => anUpdate(10, 'Hello'),
  'a further message of a chat': async (intake) => {
    await handleJob(intake)(anUpdate(10, 'Hello'), 1);
    return anUpdate(11, 'Anybody there?');
  },
};

describe.each(Object.entries(scenarios))('%s', (_name, prepare) => {
  test.each(['before', 'after'] as const)(
    'ends the same when the process dies %s any step',
    async (moment) => {
      const { outcome: whole } = await runWithCrash(prepare, Number.POSITIVE_INFINITY, moment);

      const outcomes: Outcome[] = [];
      for (let step = 1; ; step += 1) {
        const { outcome, died } = await runWithCrash(prepare, step, moment);
        if (!died) break;
        outcomes.push(outcome);
      }

      expect(outcomes.length).toBeGreaterThan(4);
      for (const outcome of outcomes) expect(outcome).toEqual(whole);
    },
  );
});

describe('two first messages of one person at once', () => {
  test('end in one ticket', async () => {
    const intake = anIntake(await aTable());

    await Promise.all(
      [10, 11, 12, 13].map((id) => handleJob(intake)(anUpdate(id, `Message ${id}`), 1)),
    );

    const outcome = await outcomeOf(intake);
    expect(outcome.tickets).toMatchObject([{ version: 4 }]);
    expect(outcome.tickets).toHaveLength(1);
  });

  test('end in one ticket when both mails answer a mail we never saw', async () => {
    const intake = anIntake(await aTable());
    const mails = ['one', 'two', 'three'];
    for (const id of mails)
      await intake.raw.put(
        id,
        aMail({ id: `${id}@customer.example`, headers: ['References: <root@other.example>'] }),
        'message/rfc822',
      );

    await Promise.all(mails.map((id) => handleJob(intake)(aNotification(id), 1)));

    expect((await outcomeOf(intake)).tickets).toMatchObject([{ version: 3 }]);
  });
});
