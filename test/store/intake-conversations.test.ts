import { beforeEach, describe, expect, test } from 'vitest';
import { messageIdOf } from '../../functions/desk/ids.ts';
import type { Inbound } from '../../functions/desk/inbound.ts';
import { takeMessage } from '../../functions/entry/intake/take-message.ts';
import { ComeAgain } from '../../functions/queue/batch.ts';
import type { Attachment } from '../../schemas/attachment.ts';
import type { Call, Message } from '../../schemas/timeline.ts';
import { anIntake, type TestIntake } from '../make/an-intake.ts';
import { inAnnsChat, ours, theirs } from '../make/in-a-chat.ts';
import { queuedReply } from '../make/queued-reply.ts';
import { aTable } from './a-table.ts';

let intake: TestIntake;
beforeEach(async () => {
  intake = anIntake(await aTable());
});

const at = (second: number) => `2026-11-22T10:00:${String(second).padStart(2, '0')}.000Z`;
const messagesOf = async (ticketId: string | undefined): Promise<readonly Message[]> =>
  (await intake.tickets.loadWithTimeline(ticketId ?? '', { limit: 50 }))?.entries.filter(
    (entry) => entry.type === 'message',
  ) ?? [];

test('two copies of a message in the same millisecond are one message', async () => {
  const taken = await Promise.all(
    Array.from({ length: 6 }, () => takeMessage(intake, inAnnsChat('10'))),
  );

  expect(new Set(taken.map((one) => one?.ticketId)).size).toBe(1);
  expect(taken.filter((one) => one?.how === 'opened')).toHaveLength(1);
  expect(await messagesOf(taken[0]?.ticketId)).toHaveLength(1);
});

test('a number of the provider’s is one message, whatever else comes with it', async () => {
  const first = await takeMessage(intake, inAnnsChat('10'));

  const again = await takeMessage(intake, inAnnsChat('10', { contentHash: 'b'.repeat(64) }));

  expect(again).toMatchObject({ how: 'repeat', messageId: first?.messageId });
});

test('what a message answers and where it was sent from stay with it', async () => {
  const place = { latitude: 52.5, longitude: 13.4 };

  const taken = await takeMessage(intake, inAnnsChat('10', { inReplyTo: '77:9', place }));

  expect(await messagesOf(taken?.ticketId)).toMatchObject([{ inReplyTo: '77:9', place }]);
});

const aFile = (key: string): Attachment => ({
  name: 'a.jpg',
  type: 'image/jpeg',
  size: 1,
  sha256: 'a'.repeat(64),
  key: `files/${messageIdOf(key)}/0`,
  kind: 'regular',
});
const aPart = (id: string, over: Partial<Inbound> = {}) =>
  inAnnsChat(id, {
    albumKey: 'telegram|bot|album|77:g1',
    text: '',
    attachments: [aFile(theirs(id))],
    ...over,
  });

describe('an album', () => {
  test('is one message whoever comes first, each part once', async () => {
    const parts = ['10', '11', '12', '10', '11'].map((id) => aPart(id));

    const taken = await Promise.all(
      [...parts, aPart('13', { text: 'The bill' })].map((part) => takeMessage(intake, part)),
    );

    expect(new Set(taken.map((one) => one?.messageId)).size).toBe(1);
    const messages = await messagesOf(taken[0]?.ticketId);
    expect(messages).toMatchObject([{ text: 'The bill' }]);
    expect(messages[0]?.attachments).toHaveLength(4);
    expect((await intake.tickets.load(taken[0]?.ticketId ?? ''))?.preview).toBe('The bill');
  });

  test('of a minute before is another one', async () => {
    const first = await takeMessage(intake, aPart('10'));

    const late = await takeMessage(intake, aPart('11', { occurredAt: '2026-11-22T10:01:01.000Z' }));

    expect(late).toMatchObject({ how: 'appended', ticketId: first?.ticketId });
    expect(await messagesOf(first?.ticketId)).toHaveLength(2);
  });
});

const anEcho = (id: string, over: Partial<Inbound> = {}) =>
  inAnnsChat(id, {
    kind: 'reply',
    idempotencyKey: ours(id),
    text: 'It left on Monday.',
    authorName: 'Olga',
    occurredAt: at(30),
    ...over,
  });

describe('an answer written in the channel’s own app', () => {
  test('stands on the ticket once', async () => {
    const { ticketId = '' } = (await takeMessage(intake, inAnnsChat('10'))) ?? {};

    await takeMessage(intake, anEcho('20'));
    const again = await takeMessage(intake, anEcho('20'));

    expect(again?.how).toBe('repeat');
    expect(await messagesOf(ticketId)).toMatchObject([
      {},
      { kind: 'reply', flags: ['echo'], delivery: { state: 'sent' } },
    ]);
    expect(await intake.outbox.findAlias(ours('20'))).toMatchObject({ ticketId });
  });

  test('to somebody who never wrote opens nothing', async () => {
    expect(await takeMessage(intake, anEcho('20'))).toBeUndefined();
  });

  test('is nothing new when it is ours, by the id that our send learned', async () => {
    const { ticketId = '' } = (await takeMessage(intake, inAnnsChat('10'))) ?? {};
    const message = await queuedReply(intake, ticketId, 'sent');
    await intake.outbox.putAlias({ key: ours('20'), place: message });

    const byTheirs = await takeMessage(intake, anEcho('20', { idempotencyKey: theirs('20') }));
    const byOurs = await takeMessage(intake, anEcho('20'));

    for (const taken of [byTheirs, byOurs])
      expect(taken).toMatchObject({ how: 'repeat', messageId: message.id });
    expect(await messagesOf(ticketId)).toHaveLength(2);
  });

  test('waits while our own send has not returned', async () => {
    const { ticketId = '' } = (await takeMessage(intake, inAnnsChat('10'))) ?? {};
    await queuedReply(intake, ticketId, 'sending');

    await expect(takeMessage(intake, anEcho('20'))).rejects.toBeInstanceOf(ComeAgain);
  });

  test('shows that a message of unknown outcome has arrived', async () => {
    const { ticketId = '' } = (await takeMessage(intake, inAnnsChat('10'))) ?? {};
    const message = await queuedReply(intake, ticketId, 'unknown');

    await takeMessage(intake, anEcho('20', { text: message.text }));

    expect(await messagesOf(ticketId)).toMatchObject([{}, { delivery: { state: 'sent' } }]);
    expect(await intake.outbox.findAlias(ours('20'))).toMatchObject({ id: message.id });
  });
});

describe('a telephone call', () => {
  const call = (over: Partial<Call>): Inbound =>
    inAnnsChat('CA1', {
      kind: 'call',
      text: `[${over.state}]`,
      call: { id: 'CA1', direction: 'in', state: 'ringing', startedAt: at(0), ...over },
      mayAcknowledge: false,
    });

  test('is one message of its newest state', async () => {
    const rang = await takeMessage(intake, call({}));
    const missed = await takeMessage(intake, call({ state: 'missed', endedAt: at(20) }));
    const repeated = await takeMessage(intake, call({}));

    expect([rang?.how, missed?.how, repeated?.how]).toEqual(['opened', 'updated', 'repeat']);
    expect(await messagesOf(rang?.ticketId)).toMatchObject([
      { kind: 'call', call: { state: 'missed' }, text: '[missed]' },
    ]);
    expect(await intake.tickets.load(rang?.ticketId ?? '')).toMatchObject({ waitingSince: at(0) });
  });

  test('ends alike when all its events come at once', async () => {
    const events = [
      call({}),
      call({ state: 'talking', answeredAt: at(5), agentName: 'Olga' }),
      call({ state: 'ended', endedAt: at(50), seconds: 45 }),
    ];

    const taken = await Promise.all([...events, ...events].map((one) => takeMessage(intake, one)));

    const [message, ...others] = await messagesOf(taken[0]?.ticketId);
    expect(others).toEqual([]);
    expect(message?.call).toMatchObject({ state: 'ended', agentName: 'Olga', seconds: 45 });
    expect((await intake.tickets.load(taken[0]?.ticketId ?? ''))?.waitingSince).toBeUndefined();
  });
});
