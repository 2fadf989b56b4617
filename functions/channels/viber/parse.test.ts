import { describe, expect, test } from 'vitest';
import { hookFixture } from '../../../test/make/hook-fixture.ts';
import { parseViber } from './parse.ts';

const connection = { id: 'viber', channel: 'viber', name: 'Kopilka', topic: 'other' } as const;
const id = 'AbC/01+dEfGhIjKl==';
/** Beyond 2^53: a number would lose its end. */
const token = '5741311803571721087';
const at = '2026-01-01T00:00:00.000Z';

const parse = (fixture: string) =>
  parseViber({
    connection,
    headers: {},
    body: hookFixture('viber', fixture),
    receivedAt: '2026-11-22T10:00:00.000Z',
  });

describe('a Viber message', () => {
  test('is known by its whole token, in the chat of its sender', async () => {
    const { incoming } = await parse('text');

    expect(incoming[0]?.inbound).toMatchObject({
      idempotencyKey: `viber|viber|in|${token}`,
      externalId: token,
      sender: { externalId: id, name: 'Ann', isVerified: true },
      replyTo: { address: id },
      pointers: [`viber|viber|chat|${id}`],
      text: 'Hi',
      occurredAt: at,
    });
  });

  test.each([
    ['picture', 'see', { name: 'order.png', type: 'image/jpeg' }],
    ['video', '', { name: 'video.mp4', type: 'video/mp4', size: 90_000 }],
    ['file', '', { name: 'чек.pdf', ref: 'https://media.viber.example/f', size: 10_000 }],
    ['sticker', '[sticker 40126]', { name: 'sticker.png' }],
  ])('brings its %s', async (fixture, text, file) => {
    const { incoming } = await parse(fixture);

    expect(incoming[0]?.inbound.text).toBe(text);
    expect(incoming[0]?.files).toMatchObject([file]);
  });

  test.each([
    ['contact', '[contact: Bo Ek +49157359802]'],
    ['url', 'https://shop.example/kettle'],
    ['location', '[location: 52.5, 13.4]'],
    ['unknown-kind', '[unsupported: hologram]'],
  ])('tells an agent about a %s', async (fixture, text) => {
    expect((await parse(fixture)).incoming[0]?.inbound.text).toBe(text);
  });

  test('has a place on the map', async () => {
    expect((await parse('location')).incoming[0]?.inbound.place).toEqual({
      latitude: 52.5,
      longitude: 13.4,
      address: 'Main street 1',
    });
  });

  test('may come from somebody without a name', async () => {
    expect((await parse('no-name')).incoming[0]?.inbound.sender.name).toBe('Viber user');
  });
});

describe('a Viber event', () => {
  const keys = [`viber|viber|out|${token}`];
  const who = {
    chat: `viber|viber|chat|${id}`,
    sender: { channel: 'viber', connectionId: 'viber', externalId: id },
  };

  test.each([
    ['delivered', { kind: 'receipt', receipt: 'delivered', keys }],
    ['seen', { kind: 'receipt', receipt: 'read', keys }],
    ['failed', { kind: 'failure', outcome: 'failed', permanent: true, keys }],
    ['failed-unsubscribed', { kind: 'failure', outcome: 'blocked', keys }],
    ['subscribed', { kind: 'unblocked', ...who }],
    ['unsubscribed', { kind: 'blocked', ...who }],
    ['conversation-started', { kind: 'started', payload: 'order-12', ...who }],
  ])('%s makes no message', async (fixture, event) => {
    const { incoming, events } = await parse(fixture);

    expect(incoming).toEqual([]);
    expect(events).toMatchObject([{ ...event, at }]);
  });

  test('that is unknown is counted', async () => {
    expect(await parse('unknown-event')).toEqual({
      incoming: [],
      ignored: ['viber.event-unknown'],
    });
  });
});
