import { describe, expect, test } from 'vitest';
import { hookFixture } from '../../../test/make/hook-fixture.ts';
import { parseVk } from './parse.ts';

const connection = {
  id: 'vk',
  channel: 'vk',
  name: 'Kopilka VK',
  topic: 'other',
  groupId: '219619619',
} as const;
const receivedAt = '2026-11-22T10:00:00.000Z';
const at = '2026-01-01T00:00:00.000Z';

const parse = (fixture: string) =>
  parseVk({ connection, headers: {}, body: hookFixture('vk', fixture), receivedAt });
const messageOf = async (fixture: string) => (await parse(fixture)).incoming[0];
const who = {
  chat: 'vk|vk|chat|77',
  sender: { channel: 'vk', connectionId: 'vk', externalId: '77' },
};

describe('a VK message', () => {
  test('is known by its conversation and number', async () => {
    expect((await messageOf('text'))?.inbound).toMatchObject({
      idempotencyKey: 'vk|vk|in|77:3',
      externalId: '3',
      sender: { externalId: '77', name: 'VK user', language: 'ru' },
      replyTo: { address: '77' },
      pointers: ['vk|vk|chat|77'],
      text: 'Hi',
      language: 'ru',
      occurredAt: '2026-01-01T00:00:00.003Z',
    });
  });

  test.each([
    ['middle-shape', 'vk|vk|in|77:3'],
    ['old-shape', 'vk|vk|in|77:id5'],
  ])('is read in the %s of older callback servers', async (fixture, key) => {
    expect((await messageOf(fixture))?.inbound).toMatchObject({
      idempotencyKey: key,
      replyTo: { address: '77' },
      text: expect.stringMatching(/^Hi/),
    });
  });

  test('names the message it answers, and the language of its app', async () => {
    expect((await messageOf('reply-to'))?.inbound.inReplyTo).toBe('2');
    expect((await messageOf('english'))?.inbound.language).toBe('en');
  });

  test.each([['photo'], ['photo-without-measures'], ['old-photo']])(
    'brings the largest size of a %s',
    async (fixture) => {
      expect((await messageOf(fixture))?.files).toMatchObject([
        { ref: 'https://sun9.userapi.example/w.jpg', type: 'image/jpeg' },
      ]);
    },
  );

  test('brings documents, voices, drawings and stickers', async () => {
    const message = await messageOf('files');

    expect(message?.files).toMatchObject([
      { name: 'чек.pdf', type: 'application/pdf', size: 1200 },
      { name: 'voice.ogg', ref: 'https://psv.userapi.example/a.ogg' },
      { name: 'graffiti.png' },
      { name: 'sticker.png', ref: 'https://vk.example/512.png' },
    ]);
    expect(message?.inbound.text).toBe('[voice message: where is it]\n[sticker]');
  });

  test('tells an agent about what is no file', async () => {
    expect((await messageOf('links'))?.inbound.text.split('\n')).toEqual([
      '[video: How to]',
      'https://vk.com/video-9_7',
      '[audio: Someone – Song]',
      'Sale',
      'https://vk.com/wall-9_9',
      'Shop',
      'https://shop.example',
      '[product: Kettle]',
      'https://vk.com/product-9_10',
      '[gift]',
      '[poll: Why?]',
      '[unsupported: hologram]',
    ]);
  });

  test.each([['geo'], ['old-shape']])('has a place on the map: %s', async (fixture) => {
    expect((await messageOf(fixture))?.inbound.place).toMatchObject({
      latitude: 52.5,
      longitude: 13.4,
    });
  });

  test('shows what it forwards, with its files', async () => {
    const message = await messageOf('forwarded');

    expect(message?.inbound.text).toBe(
      'They said\n[forwarded]\n> Not today\n> Maybe\n> [forwarded]\n> > Inner',
    );
    expect(message?.files).toMatchObject([{ name: 'a.txt' }]);
  });

  test.each([
    ['button', 'My orders'],
    ['empty', '[unsupported: empty]'],
  ])('of a %s has words', async (fixture, text) => {
    expect((await messageOf(fixture))?.inbound.text).toBe(text);
  });

  test("that a colleague wrote in VK's own app is our answer", async () => {
    expect((await messageOf('echo-of-admin'))?.inbound).toMatchObject({
      kind: 'reply',
      idempotencyKey: 'vk|vk|in|77:4',
      sender: { externalId: '77' },
      text: 'We look into it.',
      mayAcknowledge: false,
    });
  });

  test.each([
    ['echo-of-ours', 'own-message'],
    ['community', 'not-private'],
    ['group-chat', 'not-private'],
    ['read-by-us', 'not-private'],
    ['unknown-event', 'event-unknown'],
  ])('is none in %s, which is counted', async (fixture, code) => {
    expect(await parse(fixture)).toEqual({ incoming: [], ignored: [`vk.${code}`] });
  });
});

describe('a VK event', () => {
  const keys = ['vk|vk|out|77:5', 'vk|vk|in|77:5'];

  test.each([
    ['start', [{ kind: 'started', payload: 'ad1', ...who, at }]],
    ['allow', [{ kind: 'unblocked', ...who, payload: 'sub1', at: receivedAt }]],
    ['deny', [{ kind: 'blocked', ...who, at: receivedAt }]],
    ['user-block', [{ kind: 'blocked', ...who, at: receivedAt }]],
    ['user-unblock', [{ kind: 'unblocked', ...who, at: receivedAt }]],
    [
      'edit',
      [
        {
          kind: 'edited',
          text: 'Hi!',
          whole: { inbound: { idempotencyKey: 'vk|vk|in|77:3', text: 'Hi!' } },
          keys: ['vk|vk|in|77:3', 'vk|vk|out|77:3'],
          at: '2026-01-01T00:01:40.000Z',
        },
      ],
    ],
    [
      'read',
      [
        { kind: 'receipt', receipt: 'read', keys: ['vk|vk|out|77:5'], at: receivedAt },
        {
          kind: 'watermark',
          receipt: 'read',
          chat: 'vk|vk|chat|77',
          at: '2026-11-22T09:59:55.000Z',
        },
      ],
    ],
    ['reaction', [{ kind: 'reaction', by: 'customer', emoji: '❤️', keys, at: receivedAt }]],
    ['reaction-taken-back', [{ kind: 'reaction', by: 'customer', keys, at: receivedAt }]],
  ])('%s makes no message', async (fixture, events) => {
    expect(await parse(fixture)).toMatchObject({ incoming: [], events, ignored: [] });
  });

  test.each([
    ['press', 'Great'],
    ['press-bare', '{"csat":5}'],
  ])('of a pressed button is a message that waits for an answer: %s', async (fixture, text) => {
    const { incoming, events } = await parse(fixture);

    expect(incoming[0]?.inbound).toMatchObject({
      text,
      inReplyTo: '5',
      replyTo: { address: '77' },
    });
    expect(events).toMatchObject([
      { kind: 'postback', answer: { data: { user_id: '77', peer_id: '77' } } },
    ]);
  });
});
