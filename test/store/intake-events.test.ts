import { beforeEach, describe, expect, test } from 'vitest';
import type { ChannelEvent } from '../../functions/channels/channel.ts';
import { customerStore } from '../../functions/dynamo/customers.ts';
import { applyEvents } from '../../functions/entry/intake/events/apply-events.ts';
import { takeMessage } from '../../functions/entry/intake/take-message.ts';
import { ComeAgain } from '../../functions/queue/batch.ts';
import type { Message, TimelineEntry } from '../../schemas/timeline.ts';
import { anIntake, type TestIntake } from '../make/an-intake.ts';
import { aChatKey, chatter, inAnnsChat, ours, theirs } from '../make/in-a-chat.ts';
import { queuedReply } from '../make/queued-reply.ts';
import { aTable, type TestTable } from './a-table.ts';

let table: TestTable;
let intake: TestIntake;
let ticketId: string;
beforeEach(async () => {
  table = await aTable();
  intake = anIntake(table);
  ticketId = (await takeMessage(intake, inAnnsChat('10')))?.ticketId ?? '';
});

const at = (minute: number) => `2026-11-22T10:0${minute}:00.000Z`;
const happens = (events: readonly ChannelEvent[], receiveCount = 1) =>
  applyEvents(intake, events, { channel: 'telegram', receivedAt: at(9), receiveCount });
const entries = async (): Promise<readonly TimelineEntry[]> =>
  (await intake.tickets.loadWithTimeline(ticketId, { limit: 50 }))?.entries ?? [];
const messages = async (): Promise<readonly Message[]> =>
  (await entries()).filter((entry) => entry.type === 'message');

/** An agent's answer, under the provider's id once its send returned. */
const answered = async (id: string, state: 'sending' | 'sent', isKnown = true) => {
  const message = await queuedReply(intake, ticketId, state, at(1));
  if (isKnown) await intake.outbox.putAlias({ key: ours(id), place: message });
  return message;
};
const stateOf = async (id: string) =>
  (await messages()).find((message) => message.id === id)?.delivery?.state;

const receipt = (kind: 'delivered' | 'read', id = '20'): ChannelEvent => ({
  kind: 'receipt',
  receipt: kind,
  keys: [ours(id)],
  at: at(2),
});

describe('a receipt', () => {
  test.each([
    ['in their order', ['delivered', 'read']],
    ['the wrong way round', ['read', 'delivered']],
    ['twice each', ['delivered', 'delivered', 'read', 'read']],
  ] as const)('shows on our message, %s', async (_name, receipts) => {
    const { id } = await answered('20', 'sent');

    for (const each of receipts) await happens([receipt(each)]);

    expect(await stateOf(id)).toBe('read');
  });

  test('that overtakes the answer to our send comes again, and then counts', async () => {
    const message = await answered('20', 'sent', false);
    await expect(happens([receipt('read')])).rejects.toMatchObject({ afterSeconds: 2 });

    await intake.outbox.putAlias({ key: ours('20'), place: message });
    await happens([receipt('read')], 2);

    expect(await stateOf(message.id)).toBe('read');
  });

  test('comes again while our message is still being sent', async () => {
    await answered('20', 'sending');

    await expect(happens([receipt('delivered')])).rejects.toBeInstanceOf(ComeAgain);
  });

  test('for what nobody ever sent is given up', async () => {
    await expect(happens([receipt('read', '99')], 3)).rejects.toBeInstanceOf(ComeAgain);

    expect(await happens([receipt('read', '99')], 4)).toEqual([]);
  });

  test.each([
    ['failed', 'failed'],
    ['window-closed', 'window-closed'],
    ['blocked', 'blocked'],
  ] as const)('that says %s brings the ticket back', async (outcome, state) => {
    const { id } = await answered('20', 'sent');
    const failure: ChannelEvent = {
      kind: 'failure',
      outcome,
      error: '131026 not deliverable',
      permanent: true,
      keys: [ours('20')],
      at: at(2),
    };

    await happens([failure]);
    await happens([failure]);

    expect(await stateOf(id)).toBe(state);
    expect(await intake.tickets.load(ticketId)).toMatchObject({ status: 'open' });
    const told = (await entries()).filter(
      (entry) => entry.type === 'event' && entry.kind === 'delivery-failed',
    );
    expect(told).toHaveLength(1);
  });

  test('until a moment covers what was sent before it, not after', async () => {
    const { id } = await answered('20', 'sent');
    const mark = (minute: number): ChannelEvent => ({
      kind: 'watermark',
      receipt: 'read',
      chat: aChatKey,
      at: at(minute),
    });

    await happens([mark(0)]);
    expect(await stateOf(id)).toBe('sent');

    await happens([mark(2)]);
    expect(await stateOf(id)).toBe('read');
  });
});

const edited = (text: string, minute = 2): ChannelEvent => ({
  kind: 'edited',
  text,
  keys: [theirs('10')],
  at: at(minute),
});

describe('an edit', () => {
  test('changes the message where it stands, and the list’s preview', async () => {
    await happens([edited('Message eleven')]);

    expect(await messages()).toMatchObject([
      { text: 'Message eleven', editedAt: at(2), wordings: [{ text: 'Message 10' }] },
    ]);
    expect(await intake.tickets.load(ticketId)).toMatchObject({ preview: 'Message eleven' });
  });

  test('and a reaction at the same moment both stay', async () => {
    const reaction: ChannelEvent = {
      kind: 'reaction',
      by: 'customer',
      emoji: '👍',
      keys: [theirs('10')],
      at: at(3),
    };

    await Promise.all([
      happens([edited('Message eleven')]),
      happens([reaction]),
      happens([edited('Message eleven')]),
      happens([reaction]),
    ]);

    expect(await messages()).toMatchObject([
      { text: 'Message eleven', wordings: [{ text: 'Message 10' }], reactions: [{ emoji: '👍' }] },
    ]);
  });

  test('of a message that never came is that message, flagged', async () => {
    const whole = { inbound: inAnnsChat('11', { text: 'Twelve' }), files: [] };
    const event: ChannelEvent = {
      ...edited('Twelve'),
      keys: [theirs('11')],
      whole,
    } as ChannelEvent;
    await expect(happens([event], 3)).rejects.toBeInstanceOf(ComeAgain);

    const left = await happens([event], 4);

    expect(left.map(({ inbound }) => [inbound.text, inbound.flags])).toEqual([
      ['Twelve', ['edited']],
    ]);
  });
});

describe('a deletion', () => {
  const deleted: ChannelEvent = { kind: 'deleted', keys: [theirs('10')], at: at(3) };

  test('stays, whatever edit comes after it, and leaves the text for the record', async () => {
    await happens([deleted, edited('Late', 4), deleted]);

    expect(await messages()).toMatchObject([{ text: 'Message 10', deletedAt: at(3) }]);
    expect(await intake.tickets.load(ticketId)).toMatchObject({ preview: '' });
  });
});

describe('who stops us', () => {
  const sign = (kind: 'blocked' | 'unblocked' | 'started', minute: number): ChannelEvent => ({
    kind,
    chat: aChatKey,
    sender: chatter,
    at: at(minute),
  });
  const card = () => customerStore(table).findByIdentity(chatter);

  test('is marked on the card and told on the open ticket, once', async () => {
    await happens([sign('blocked', 2)]);
    await happens([sign('blocked', 2)]);

    expect((await card())?.identities[0]).toMatchObject({ blockedAt: at(2) });
    const told = (await entries()).filter((entry) => entry.type === 'event');
    expect(told.map(({ kind }) => kind)).toEqual(['blocked']);
  });

  test('and lets us in again, in whatever order we hear', async () => {
    await happens([sign('unblocked', 3)]);
    await happens([sign('blocked', 2)]);

    expect((await card())?.identities[0]?.blockedAt).toBeUndefined();
  });

  test('makes nobody and opens nothing', async () => {
    const stranger = { ...chatter, externalId: '78' };

    await happens([
      { ...sign('started', 2), sender: stranger, chat: 'telegram|bot|chat|78' } as ChannelEvent,
    ]);

    expect(await customerStore(table).findByIdentity(stranger)).toBeUndefined();
  });
});

test('a pressed button is answered before anything else', async () => {
  const answer = { connectionId: 'bot', id: 'cb1', data: {} };

  await expect(
    happens([receipt('read', '99'), { kind: 'postback', answer, at: at(2) }]),
  ).rejects.toBeInstanceOf(ComeAgain);

  expect(intake.outboundJobs).toEqual([
    { kind: 'postback', channel: 'telegram', receivedAt: at(9), answer },
  ]);
});

test('a reaction costs two reads and a write', async () => {
  const event: ChannelEvent = {
    kind: 'reaction',
    by: 'customer',
    emoji: '👍',
    keys: [theirs('10')],
    at: at(3),
  };

  const { units } = await table.meter.measure(() => happens([event]));

  expect(units).toBe(3);
});
