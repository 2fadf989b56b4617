import { describe, expect, test } from 'vitest';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import { aShopMessage } from '../make/a-shop-message.ts';
import { anIntake } from '../make/an-intake.ts';
import { aTable } from './a-table.ts';

describe('a webhook whose id was used before', () => {
  test('with the same body changes nothing', async () => {
    const intake = anIntake(await aTable());

    await handleJob(intake)(aShopMessage('Where is it?'), 1);
    await handleJob(intake)(aShopMessage('Where is it?'), 1);

    const found = await intake.tickets.loadWithTimeline(intake.jobs[0]?.ticketId ?? '', {
      limit: 50,
    });
    expect(found?.entries).toHaveLength(1);
  });

  test('with another body loses nothing: it goes on the same conversation', async () => {
    const intake = anIntake(await aTable());

    await handleJob(intake)(aShopMessage('Where is it?'), 1);
    await handleJob(intake)(aShopMessage('It is order 7.'), 1);
    await handleJob(intake)(aShopMessage('It is order 7.'), 1);

    const found = await intake.tickets.loadWithTimeline(intake.jobs[0]?.ticketId ?? '', {
      limit: 50,
    });
    const texts = found?.entries.map((entry) => entry.type === 'message' && entry.text);
    expect(texts?.toSorted()).toEqual(['It is order 7.', 'Where is it?']);
  });
});

test('an edit by webhook finds its message by the sender’s own id', async () => {
  const intake = anIntake(await aTable());
  const occurredAt = '2026-11-22T10:05:00Z';
  const edit = { type: 'message.updated', id: 'ext-1', text: 'Where is order 7?', occurredAt };
  const body = Buffer.from(JSON.stringify(edit)).toString('base64');

  await handleJob(intake)(aShopMessage('Where is it?'), 1);
  await handleJob(intake)({ ...aShopMessage(), headers: { 'webhook-id': 'wh_2' }, body }, 1);

  const found = await intake.tickets.loadWithTimeline(intake.jobs[0]?.ticketId ?? '', {
    limit: 50,
  });
  expect(found?.entries).toMatchObject([
    { text: 'Where is order 7?', wordings: [{ text: 'Where is it?' }] },
  ]);
});
