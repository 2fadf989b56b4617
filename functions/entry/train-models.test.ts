import { expect, test } from 'vitest';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Message } from '../../schemas/timeline.ts';
import { aTicket } from '../../test/make/a-ticket.ts';
import { memoryFiles } from '../../test/make/memory-files.ts';
import { loadSuggester } from './suggester.ts';
import { readRecord } from './suggestion-models.ts';
import { trainModels } from './train-models.ts';

const now = '2026-11-22T03:00:00.000Z';
const words = {
  payouts: ['Please pay my payout to the card', 'withdraw money', 'bank transfer'],
  parcels: ['Where is my parcel', 'tracking number does not move', 'courier with the box'],
} as const;

const aMessage = (over: Pick<Message, 'text' | 'subject'>): Message => ({
  type: 'message',
  id: 'msg_aaaaaaaaaaaaaaaaaaaaaaaa',
  ticketId: 'tkt_1001',
  direction: 'in',
  kind: 'customer',
  author: { kind: 'customer', name: 'Ann' },
  channel: 'mail',
  connectionId: 'support',
  attachments: [],
  occurredAt: now,
  storedAt: now,
  flags: [],
  ...over,
});

const closed = (count: number, over: Partial<Ticket> = {}) =>
  Array.from({ length: count }, (_, index) => {
    const topic = index % 2 === 0 ? ('payouts' as const) : ('parcels' as const);
    const text = `${words[topic][index % 3]} ${words[topic][(index + 1) % 3]} ${index % 7} please`;
    return {
      ticket: aTicket({ status: 'closed', topic, language: 'en', ...over }),
      first: aMessage({ text, subject: words[topic][(index + 2) % 3] }),
    };
  });
const learnFrom = async (opened: ReturnType<typeof closed>) => {
  const files = memoryFiles();
  const archive = { newest: async () => opened };
  const topics = ['payouts', 'parcels'];
  const record = await trainModels({ archive, files, language: 'en', topics, now });
  return { files, record, suggest: await loadSuggester({ files, language: 'en' }) };
};

test('what was learned names topics of new messages', async () => {
  const { suggest, record } = await learnFrom(closed(200));

  expect(record.reports).toMatchObject([{ language: 'en', heldOut: 40 }]);
  expect(
    suggest?.({
      subject: 'Where is my parcel',
      body: 'courier with the box, tracking number does not move',
    }),
  ).toMatchObject({
    topic: 'parcels',
    model: 'en@2026-11-22',
  });
  expect(suggest?.({ language: 'ru', subject: 'Посылка', body: 'Где она' })).toBeUndefined();
});

test('too few tickets are told as such, and there is no suggester', async () => {
  const { files, record, suggest } = await learnFrom(closed(30));

  expect(record.tooFew).toContainEqual({ language: 'en', tickets: 30, needed: 120 });
  expect(suggest).toBeUndefined();
  expect(await readRecord(files)).toEqual(record);
});

test.each([
  ['what is still open', { status: 'open' }],
  ['what it decided itself', { topicReason: { rule: 'learned', detail: 'en@2026-11-21 95 %' } }],
  ['what lies in a topic that is gone', { topic: 'lottery' }],
  ['follow-ups', { followUpOf: 'tkt_1' }],
] as const)('%s teaches nothing', async (_, over) => {
  const { record } = await learnFrom(closed(200, over));

  expect(record.reports).toEqual([]);
});

test('a broken model is no reason to stop taking messages', async () => {
  const { files } = await learnFrom(closed(200));
  await files.put('suggestion/en.json.gz', 'no gzip', 'application/gzip');

  expect(await loadSuggester({ files, language: 'en' })).toBeUndefined();
});
