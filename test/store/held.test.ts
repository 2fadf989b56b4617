import { expect, test } from 'vitest';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { aTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

test('what is held apart of several topics is read newest first, page by page', async () => {
  const tickets = ticketStore(await aTable());
  const topics = ['payouts', 'bug'];
  for (const [index, number] of [11, 12, 13, 14, 15].entries()) {
    const occurredAt = `2026-11-02T09:0${index}:00.000Z`;
    const change = aFirstMessage({
      number,
      inbound: { isSpam: number !== 13, held: number === 15 ? 'virus' : undefined, occurredAt },
      ticket: { topic: topics[index % 2] ?? 'bug', lastMessageAt: occurredAt },
    });
    await tickets.saveIntake(change);
  }

  const first = await tickets.listAcross({ topics, group: 'spam', limit: 3 });
  const second = await tickets.listAcross({
    topics,
    group: 'spam',
    limit: 3,
    cursor: first.cursor,
  });

  expect(first.items.map(({ number, held }) => [number, held])).toEqual([
    [15, 'virus'],
    [14, 'spam'],
    [12, 'spam'],
  ]);
  expect(second).toEqual({ items: [expect.objectContaining({ number: 11 })] });
});
