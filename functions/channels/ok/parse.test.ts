import { describe, expect, test } from 'vitest';
import { hookFixture } from '../../../test/make/hook-fixture.ts';
import { parseOk } from './parse.ts';

const connection = { id: 'ok', channel: 'ok', name: 'Kopilka OK', topic: 'other' } as const;
const parse = (fixture: string) =>
  parseOk({
    connection,
    headers: {},
    body: hookFixture('ok', fixture),
    receivedAt: '2026-11-22T10:00:00.000Z',
  });
const messageOf = async (fixture: string) => (await parse(fixture)).incoming[0];

describe('a message by OK', () => {
  test.each([['text'], ['no-type']])(
    'is known by its mid, never by a number: %s',
    async (fixture) => {
      expect((await messageOf(fixture))?.inbound).toMatchObject({
        idempotencyKey: 'ok|ok|in|mid:C1f.15ce',
        externalId: 'mid:C1f.15ce',
        sender: { externalId: 'user:577', name: 'Ann Li', isVerified: true },
        replyTo: { address: 'chat:C1f' },
        pointers: ['ok|ok|chat|chat:C1f'],
        text: 'Hi',
        occurredAt: '2026-01-01T00:00:00.000Z',
      });
    },
  );

  test('names the message it answers', async () => {
    expect((await messageOf('reply-to'))?.inbound.inReplyTo).toBe('mid:C1f.15cd');
  });

  test.each([
    ['image', { type: 'image/jpeg', ref: 'https://i.ok.example/1.jpg' }],
    ['single-attachment', { name: 'чек.pdf', ref: 'https://f.ok.example/2', size: 1200 }],
  ])('brings its file: %s', async (fixture, file) => {
    expect((await messageOf(fixture))?.files).toMatchObject([file]);
  });

  test('tells an agent about everything that came along', async () => {
    const message = await messageOf('many');

    expect(message?.files.map(({ name }) => name)).toEqual([
      'video.mp4',
      'audio.mp3',
      'sticker.png',
    ]);
    expect(message?.inbound.text.split('\n')).toEqual([
      '[sticker]',
      'https://shop.example/kettle',
      '[contact: Bo Ek +49157359802]',
      '[present]',
      '[call]',
      '[music] Song',
      '[unsupported: HOLOGRAM]',
    ]);
  });

  test('has a place on the map', async () => {
    expect((await messageOf('location'))?.inbound.place).toEqual({
      latitude: 52.5,
      longitude: 13.4,
    });
  });

  test('may be empty, or from somebody without a name', async () => {
    expect((await messageOf('empty'))?.inbound.text).toBe('[unsupported: empty]');
    expect((await messageOf('no-name'))?.inbound.sender.name).toBe('user:577');
  });

  test.each([
    ['press', 'Great'],
    ['press-bare', 'csat:5'],
  ])('is a pressed button that waits for an answer: %s', async (fixture, text) => {
    const { incoming, events } = await parse(fixture);

    expect(incoming[0]?.inbound).toMatchObject({ text, inReplyTo: 'mid:C1f.15cf' });
    expect(events).toMatchObject([
      { kind: 'postback', answer: { connectionId: 'ok', data: { chat: 'chat:C1f' } } },
    ]);
  });

  test.each([
    ['chat-system', 'chat-system'],
    ['unknown-event', 'event-unknown'],
  ])('is none in a %s, which is counted', async (fixture, code) => {
    expect(await parse(fixture)).toEqual({ incoming: [], ignored: [`ok.${code}`] });
  });
});
