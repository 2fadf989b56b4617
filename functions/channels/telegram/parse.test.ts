import { describe, expect, test } from 'vitest';
import { hookFixture } from '../../../test/make/hook-fixture.ts';
import { parseTelegram } from './parse.ts';

const connection = { id: 'bot', channel: 'telegram', name: 'Bot', topic: 'other' } as const;

const parse = (fixture: string) =>
  parseTelegram({
    connection,
    headers: {},
    body: hookFixture('telegram', fixture),
    receivedAt: '2026-11-22T10:00:00.000Z',
  });
const messageOf = async (fixture: string) => (await parse(fixture)).incoming[0];
const eventsOf = async (fixture: string) => (await parse(fixture)).events;

const theirs = 'telegram|bot|in|77:5';
const sender = { channel: 'telegram', connectionId: 'bot', externalId: '77' };
const at = '2026-01-01T00:00:00.000Z';

describe('a Telegram message', () => {
  test('is known by its chat and number, whoever brings it', async () => {
    expect((await messageOf('text'))?.inbound).toMatchObject({
      idempotencyKey: theirs,
      kind: 'customer',
      sender: { externalId: '77', name: 'Ann Li', isVerified: true, language: 'en' },
      replyTo: { address: '77' },
      text: 'Hi',
      externalId: '5',
      pointers: ['telegram|bot|chat|77'],
      occurredAt: '2026-01-01T00:00:00.005Z',
    });
  });

  test('names the message it answers', async () => {
    expect((await messageOf('reply-to'))?.inbound.inReplyTo).toBe('4');
  });

  test('gives the largest picture that may be fetched, and its caption', async () => {
    const message = await messageOf('photo');

    expect(message?.inbound.text).toBe('see');
    expect(message?.files).toMatchObject([{ ref: 'L', type: 'image/jpeg', size: 99_000 }]);
  });

  test('says which album it is part of', async () => {
    const message = await messageOf('album-part');

    expect(message?.inbound.albumKey).toBe('telegram|bot|album|77:g1');
    expect(message?.files).toHaveLength(1);
  });

  test.each([
    ['animation', 'cat.mp4', 'video/mp4'],
    ['voice', 'voice.ogg', 'audio/ogg'],
  ])('has one file of an %s', async (fixture, name, type) => {
    expect((await messageOf(fixture))?.files).toMatchObject([{ name, type }]);
  });

  test('says what is too big to fetch', async () => {
    const message = await messageOf('too-big');

    expect(message?.inbound.text).toBe('[file too big for the bot API: film.mkv]');
    expect(message?.inbound.flags).toEqual(['file-too-big']);
    expect(message?.files).toEqual([]);
  });

  test.each([
    ['sticker', '[sticker 😀]'],
    ['location', '[location: 52.5, 13.4]'],
    ['venue', '[place: Post office, Main street 1]'],
    ['contact-of-other', '[contact: Bo Ek +49 157 359802]'],
    ['poll', '[poll: Why?]\n- Late\n- Lost'],
    ['dice', '[dice 🎲 4]'],
    ['story', '[story]'],
    ['checklist', '[checklist: Return]\n- Pack it\n- Print the label'],
    ['rich-message', 'My order\nIt is late.\nkettle\ncups'],
    ['web-app-data', 'order 12-345'],
    ['unknown-kind', '[unsupported: hologram]'],
    ['odd-member', 'Hi'],
    ['forwarded', 'They wrote this'],
  ])('tells an agent about a %s', async (fixture, text) => {
    expect((await messageOf(fixture))?.inbound.text).toBe(text);
  });

  test('has a place on the map', async () => {
    expect((await messageOf('venue'))?.inbound.place).toEqual({
      latitude: 52.5,
      longitude: 13.4,
      name: 'Post office',
      address: 'Main street 1',
    });
  });

  test.each([
    ['contact-own', '+49157359801'],
    ['contact-of-other', undefined],
  ])('proves a phone number only of who shares their own: %s', async (fixture, phone) => {
    expect((await messageOf(fixture))?.inbound.provenPhone).toBe(phone);
  });

  test('keeps ids of 52 bits whole', async () => {
    expect((await messageOf('large-ids'))?.inbound.replyTo.address).toBe('4503599627370495');
  });

  test.each([
    ['group', 'not-private'],
    ['migrated', 'not-private'],
    ['bot', 'from-bot'],
    ['business-by-bot', 'from-bot'],
    ['service', 'service-message'],
    ['live-location', 'location-moved'],
    ['business-connection', 'update-unknown'],
    ['unknown-update', 'update-unknown'],
  ])('is none in a %s, which is counted', async (fixture, code) => {
    expect(await parse(fixture)).toEqual({ incoming: [], ignored: [`telegram.${code}`] });
  });
});

describe('what happens to a Telegram message', () => {
  test('is its newest wording', async () => {
    expect(await eventsOf('edit')).toMatchObject([
      {
        kind: 'edited',
        text: 'Hi!',
        whole: { inbound: { idempotencyKey: theirs, text: 'Hi!' } },
        keys: [theirs, 'telegram|bot|out|77:5'],
        at: '2026-01-01T00:01:40.000Z',
      },
    ]);
  });

  test.each([
    ['reaction', { emoji: '❤' }],
    ['reaction-taken-back', {}],
  ])('is a %s', async (fixture, emoji) => {
    expect(await eventsOf(fixture)).toEqual([
      {
        kind: 'reaction',
        by: 'customer',
        keys: ['telegram|bot|in|77:9', 'telegram|bot|out|77:9'],
        ...emoji,
        at,
      },
    ]);
  });

  test.each([
    ['press', 'Great'],
    ['press-on-old-message', 'csat:5'],
  ])('is a button pressed: %s', async (fixture, text) => {
    const { incoming, events } = await parse(fixture);

    expect(incoming[0]?.inbound).toMatchObject({ text, inReplyTo: '9', sender });
    expect(events).toMatchObject([{ kind: 'postback', answer: { connectionId: 'bot' } }]);
  });
});

describe('what happens to a chat with the bot', () => {
  test.each([
    ['blocked', { kind: 'blocked' }],
    ['unblocked', { kind: 'unblocked' }],
    ['start', { kind: 'started', payload: 'ref_42' }],
    ['start-plain', { kind: 'started' }],
  ])('is %s, and no message', async (fixture, event) => {
    const { incoming, events } = await parse(fixture);

    expect(incoming).toEqual([]);
    expect(events).toEqual([{ ...event, chat: 'telegram|bot|chat|77', sender, at }]);
  });
});

describe('a chat of a business account', () => {
  test('is a conversation of its own', async () => {
    expect((await messageOf('business'))?.inbound).toMatchObject({
      idempotencyKey: 'telegram|bot|in|77@bc-1:5',
      replyTo: { address: '77@bc-1' },
      pointers: ['telegram|bot|chat|77@bc-1'],
    });
  });

  test("shows its owner's words as our answer to the customer", async () => {
    expect((await messageOf('business-owner'))?.inbound).toMatchObject({
      kind: 'reply',
      text: 'Yes, it is.',
      authorName: 'Boris',
      sender: { externalId: '77', name: 'Ann Li' },
      mayAcknowledge: false,
    });
  });

  test('reports edits and deletions', async () => {
    const keys = ['telegram|bot|in|77@bc-1:5', 'telegram|bot|out|77@bc-1:5'];

    expect(await eventsOf('business-edit')).toMatchObject([{ kind: 'edited', keys }]);
    expect(await eventsOf('business-deleted')).toMatchObject([
      { kind: 'deleted', keys },
      { kind: 'deleted' },
    ]);
  });
});
