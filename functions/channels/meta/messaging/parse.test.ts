import { describe, expect, test } from 'vitest';
import { hookFixture, hookFixtures } from '../../../../test/make/hook-fixture.ts';
import { parseInstagram } from '../../instagram/parse.ts';
import { parseMessenger } from '../../messenger/parse.ts';

const messenger = {
  id: 'own',
  channel: 'messenger',
  name: 'Page',
  topic: 'other',
  pageId: '102290129340398',
} as const;
const instagram = {
  id: 'own',
  channel: 'instagram',
  name: 'Account',
  topic: 'other',
  flavor: 'login',
  accountId: '17841405822304914',
} as const;

const receivedAt = '2026-11-22T10:00:00.000Z';
const at = '2026-01-01T00:00:00.000Z';

type Channel = 'messenger' | 'instagram';
const parse = (channel: Channel, fixture: string) => {
  const body = hookFixture(channel, fixture);
  return channel === 'messenger'
    ? parseMessenger({
        connection: messenger,
        siblings: [{ ...messenger, id: 'sibling', pageId: '444' }],
        headers: {},
        body,
        receivedAt,
      })
    : parseInstagram({
        connection: instagram,
        siblings: [{ ...instagram, id: 'sibling', accountId: '444' }],
        headers: {},
        body,
        receivedAt,
      });
};

describe.each(['messenger', 'instagram'] as const)('%s', (channel) => {
  const messageOf = async (fixture: string) => (await parse(channel, fixture)).incoming[0];
  const eventsOf = async (fixture: string) => (await parse(channel, fixture)).events;
  const theirs = `${channel}|own|in|m_in1`;
  const ours = [`${channel}|own|in|m_out1`, `${channel}|own|out|m_out1`];
  const chat = `${channel}|own|chat|6100000001`;

  test('a message is known by its id, from a proven person, in their chat', async () => {
    expect((await messageOf('text'))?.inbound).toMatchObject({
      channel,
      idempotencyKey: theirs,
      kind: 'customer',
      sender: { externalId: '6100000001', isVerified: true },
      replyTo: { address: '6100000001' },
      text: 'Hi, where is my cashback?',
      externalId: 'm_in1',
      pointers: [chat],
      mayAcknowledge: true,
      occurredAt: at,
      language: 'en',
    });
  });

  test('a message names the one it answers', async () => {
    expect((await messageOf('reply-to'))?.inbound.inReplyTo).toBe('m_out1');
  });

  test('a time may be in seconds', async () => {
    expect((await messageOf('seconds'))?.inbound.occurredAt).toBe(at);
  });

  test('a message brings its files by their addresses', async () => {
    expect((await messageOf('image'))?.files).toMatchObject([
      { name: '470051791_n.jpg', type: 'image/jpeg', ref: expect.stringMatching(/^https:/) },
    ]);
    expect((await messageOf('two-files'))?.files).toMatchObject([
      { name: 'video.mp4', type: 'video/mp4' },
      { name: 'audioclip-1.mp4', type: 'audio/mp4' },
    ]);
  });

  test.each([
    ['no-address', '[unsupported: image]'],
    ['odd-address', '[unsupported: image]'],
    ['unknown-attachment', '[unsupported: hologram]'],
    ['empty', '[unsupported: message]'],
    ['odd-member', 'Hi'],
    ['quick-reply', 'Payouts'],
    ['postback', 'Get started'],
    ['postback-without-mid', 'Track my order'],
  ])('an agent is told about %s', async (fixture, text) => {
    const message = await messageOf(fixture);

    expect(message?.inbound).toMatchObject({ kind: 'customer', text });
    expect(message?.files).toEqual([]);
  });

  test('a press without an id is the same press when it comes again', async () => {
    const [one, again] = await Promise.all([1, 2].map(() => messageOf('postback-without-mid')));

    expect(one?.inbound.idempotencyKey).toBe(again?.inbound.idempotencyKey);
  });

  test('a link into the conversation opens no ticket', async () => {
    expect(await parse(channel, 'referral')).toMatchObject({
      incoming: [],
      events: [{ kind: 'started', chat, sender: { externalId: '6100000001' }, payload: 'spring' }],
    });
  });

  test.each([
    ['reaction', { emoji: '😍' }],
    ['reaction-by-name', { emoji: '❤️' }],
    ['reaction-taken-back', {}],
  ])('%s changes the reaction', async (fixture, emoji) => {
    expect(await eventsOf(fixture)).toEqual([
      { kind: 'reaction', at, keys: ours, by: 'customer', ...emoji },
    ]);
  });

  test('an edit gives the new wording', async () => {
    expect(await eventsOf('edit')).toMatchObject([
      { kind: 'edited', keys: [theirs, expect.any(String)], text: 'Hi, where is my payout?' },
    ]);
  });

  test.each(['unsent', 'unsent-as-word'])('what was taken back (%s) is withdrawn', async (name) => {
    expect(await parse(channel, name)).toMatchObject({
      incoming: [],
      events: [{ kind: 'deleted', keys: [theirs, expect.any(String)] }],
    });
  });

  test.each(['echo', 'echo-by-sender'])(
    'an %s is an answer of ours in the customer’s chat',
    async (fixture) => {
      expect((await messageOf(fixture))?.inbound).toMatchObject({
        kind: 'reply',
        idempotencyKey: ours[0],
        sender: { externalId: '6100000001' },
        replyTo: { address: '6100000001' },
        pointers: [chat],
        text: 'We are on it.',
        mayAcknowledge: false,
      });
    },
  );

  test('an answer that we took back in the app is withdrawn', async () => {
    expect(await eventsOf('echo-unsent')).toMatchObject([{ kind: 'deleted', keys: ours }]);
  });

  test('while another app holds the conversation, it is kept and not acknowledged', async () => {
    expect((await messageOf('standby'))?.inbound).toMatchObject({
      text: 'Hello bot',
      mayAcknowledge: false,
      flags: ['standby'],
    });
  });

  test.each([
    ['echo-of-ours', 'own-echo'],
    ['edit-number-zero', 'edit-empty'],
    ['handover', 'event-pass_thread_control'],
    ['unknown-event', 'event-hologram'],
    ['other-page', 'other-page'],
    ['other-object', 'other-object'],
    ['no-sender', 'no-sender'],
  ])('%s makes nothing but a count', async (fixture, code) => {
    expect(await parse(channel, fixture)).toEqual({
      incoming: [],
      events: [],
      ignored: [`${channel}.${code}`],
    });
  });

  test('a delivery may hold many, and what cannot be read hides nothing', async () => {
    const { incoming, ignored } = await parse(channel, 'batch');

    expect(incoming.map(({ inbound }) => inbound.text)).toEqual(['one', 'two', 'three']);
    expect(ignored).toEqual([`${channel}.event-unreadable`, `${channel}.entry-unreadable`]);
  });

  test('what is for another page of the desk is that connection’s', async () => {
    expect((await messageOf('sibling-page'))?.inbound).toMatchObject({
      connectionId: 'sibling',
      idempotencyKey: `${channel}|sibling|in|m_in1`,
    });
  });

  test.each(hookFixtures(channel))('%s is understood or counted', async (fixture) => {
    const { incoming, events = [], ignored } = await parse(channel, fixture);

    expect(incoming.length + events.length + ignored.length).toBeGreaterThan(0);
  });
});

describe('Messenger alone', () => {
  const chat = 'messenger|own|chat|6100000001';
  const receipt = (id: string) => ({
    kind: 'receipt',
    receipt: 'delivered',
    keys: [`messenger|own|out|${id}`, `messenger|own|in|${id}`],
  });

  test.each([
    ['delivered', [receipt('m_out1'), receipt('m_out2'), { kind: 'watermark', chat, at }]],
    ['delivered-without-mids', [{ kind: 'watermark', receipt: 'delivered', chat, at }]],
    ['delivered-odd-watermark', [receipt('m_out1')]],
    ['read', [{ kind: 'watermark', receipt: 'read', chat, at }]],
  ])('tells %s', async (fixture, events) => {
    const found = (await parse('messenger', fixture)).events;

    expect(found).toHaveLength(events.length);
    expect(found).toMatchObject(events);
  });

  test.each([
    ['thumb', '👍', 0],
    ['sticker', '', 1],
    ['location', '[location: 52.52, 13.405]', 0],
    ['link', 'https://shop.example/mug\n[link: A mug]', 0],
    ['link-alone', '[link: A mug https://shop.example/mug]', 0],
    ['shared-reel', '[shared reel: Fun] https://www.facebook.com/reel/1', 0],
  ])('shows %s', async (fixture, text, files) => {
    const message = (await parse('messenger', fixture)).incoming[0];

    expect(message?.inbound.text).toBe(text);
    expect(message?.files).toHaveLength(files);
  });

  test('keeps a file’s name', async () => {
    const message = (await parse('messenger', 'file')).incoming[0];

    expect(message?.files).toMatchObject([{ name: 'Rechnung März.pdf' }]);
  });

  test.each([
    ['opt-in', 'messenger.event-optin'],
    ['comment', 'messenger.field-feed'],
  ])('makes nothing of an %s', async (fixture, code) => {
    expect((await parse('messenger', fixture)).ignored).toEqual([code]);
  });
});

describe('Instagram alone', () => {
  test('tells which message was read', async () => {
    expect((await parse('instagram', 'read')).events).toEqual([
      {
        kind: 'receipt',
        at,
        receipt: 'read',
        keys: ['instagram|own|out|m_out1', 'instagram|own|in|m_out1'],
      },
    ]);
  });

  test.each([
    ['story-mention', '[mentioned you in a story]', 1],
    ['story-reply', '[reply to your story]\nWhere is this?', 1],
    ['story-reaction-without-text', '[reply to your story]\n[unsupported: message]', 0],
    ['heart', '❤️', 0],
    ['unsupported', '[unsupported: message]', 0],
    ['ephemeral', '[unsupported: ephemeral]', 0],
    ['shared-post', '[shared post]', 1],
    ['shared-page', '[shared post] https://www.instagram.com/p/abc/', 0],
    ['shared-reel', '[shared reel: Mugs]', 1],
    ['in-changes', 'Hi', 0],
  ])('shows %s', async (fixture, text, files) => {
    const message = (await parse('instagram', fixture)).incoming[0];

    expect(message?.inbound.text).toBe(text);
    expect(message?.files).toHaveLength(files);
  });

  test.each([
    ['comment', 'instagram.field-comments'],
    ['to-oneself', 'instagram.no-sender'],
  ])('makes nothing of %s', async (fixture, code) => {
    expect((await parse('instagram', fixture)).ignored).toEqual([code]);
  });
});
