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
