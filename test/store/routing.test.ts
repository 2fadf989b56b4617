import { beforeAll, describe, expect, test } from 'vitest';
import { defaultTopics } from '../../functions/desk/defaults/topics.ts';
import { patternsOf } from '../../functions/desk/routing/patterns.ts';
import { archiveStore } from '../../functions/dynamo/archive.ts';
import { takeMessage } from '../../functions/entry/intake/take-message.ts';
import { RoutingRules } from '../../schemas/routing.ts';
import { anInbound } from '../make/an-inbound.ts';
import { anIntake } from '../make/an-intake.ts';
import { aTable, type TestTable } from './a-table.ts';

let table: TestTable;
beforeAll(async () => {
  table = await aTable();
});

const rules = RoutingRules.parse({
  mode: 'all',
  rules: [
    {
      id: 'big-shop',
      name: 'Big shop',
      all: [{ field: 'sender', in: ['@big.example'] }],
      actions: { topic: 'partnership', tier: 'vip', priority: 'high', tags: ['shop'] },
    },
    {
      id: 'casino',
      name: 'Casino',
      all: [{ field: 'words', any: ['casino'] }],
      actions: { spam: true },
    },
  ],
});
const lists = async () => ({
  topics: defaultTopics,
  blocked: [],
  book: { rules, version: 7, matches: patternsOf(rules) },
});
const inboundFrom = (address: string, text: string) =>
  anInbound({
    idempotencyKey: `mail|support|${address}|${text}`,
    sender: { channel: 'mail', externalId: address, name: 'Ann', isVerified: true },
    text,
    subject: text,
  });

describe('a first message that rules match', () => {
  test('opens a ticket as they say, and keeps which ones and of which version', async () => {
    const deps = anIntake(table, { lists });

    const taken = await takeMessage(deps, inboundFrom('ann@big.example', 'About our contract'));

    const ticket = await deps.tickets.load(taken?.ticketId ?? '');
    expect(ticket).toMatchObject({
      topic: 'partnership',
      topicReason: { rule: 'rule', detail: 'Big shop' },
      tier: 'vip',
      priority: 'high',
      tags: ['shop'],
      routing: { version: 7, steps: [{ rule: 'big-shop', because: ['sender:@big.example'] }] },
    });
  });

  test('is held apart where they say spam, and not acknowledged', async () => {
    const deps = anIntake(table, { lists });

    const taken = await takeMessage(deps, inboundFrom('joe@x.example', 'Casino tonight'));

    expect(await deps.tickets.load(taken?.ticketId ?? '')).toMatchObject({
      status: 'spam',
      held: 'rule',
      mayAcknowledge: false,
    });
  });
});

describe('the newest tickets', () => {
  test('are found with what opened them, newest first, whatever numbers were never given', async () => {
    const own = await aTable();
    const deps = anIntake(own, { lists });
    const texts = ['first', 'second', 'third'];
    for (const text of texts) await takeMessage(deps, inboundFrom(`${text}@c.example`, text));
    // Another process reserves its own block of numbers.
    const other = anIntake(own, { lists });
    await takeMessage(other, inboundFrom('fourth@c.example', 'fourth'));

    const newest = await archiveStore(own).newest(3);

    expect(newest.map(({ first }) => first.text)).toEqual(['fourth', 'third', 'second']);
  });
});
