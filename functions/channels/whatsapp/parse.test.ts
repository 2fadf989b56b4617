import { describe, expect, test } from 'vitest';
import { hookFixture, hookFixtures } from '../../../test/make/hook-fixture.ts';
import { parseWhatsApp } from './parse.ts';

const connection = {
  id: 'wa',
  channel: 'whatsapp',
  name: 'Kopilka',
  topic: 'other',
  phoneNumberId: '106540352242922',
} as const;
const sibling = { ...connection, id: 'wa2', phoneNumberId: '106540352242923' } as const;

const parse = (fixture: string) =>
  parseWhatsApp({
    connection,
    siblings: [sibling],
    headers: {},
    body: hookFixture('whatsapp', fixture),
    receivedAt: '2026-11-22T10:00:00.000Z',
  });
const messageOf = async (fixture: string) => (await parse(fixture)).incoming[0];
const eventsOf = async (fixture: string) => (await parse(fixture)).events;

const at = '2026-01-01T00:00:00.000Z';
const userId = 'DE.13491208655302741918';
const theirs = 'whatsapp|wa|in|wamid.IN1';
const ours = 'whatsapp|wa|out|wamid.OUT1';
const oursInApp = 'whatsapp|wa|in|wamid.OUT1';

describe('a WhatsApp message', () => {
  test('is known by its own id, from a proven person, in their chat', async () => {
    expect((await messageOf('text'))?.inbound).toMatchObject({
      idempotencyKey: theirs,
      kind: 'customer',
      sender: { externalId: '491570000001', name: 'Ann Li', isVerified: true },
      replyTo: { address: '491570000001' },
      text: 'Hi, where is my cashback?',
      subject: 'Hi, where is my cashback?',
      externalId: 'wamid.IN1',
      pointers: ['whatsapp|wa|chat|491570000001'],
      mayAcknowledge: true,
      occurredAt: at,
      language: 'en',
    });
  });

  test('is the same message however the rest of its delivery differs', async () => {
    const [one, other] = await Promise.all([messageOf('text'), messageOf('milliseconds')]);

    expect(one?.inbound.contentHash).toBe(other?.inbound.contentHash);
    expect(other?.inbound.occurredAt).toBe(at);
  });

  test('names the message it answers', async () => {
    expect((await messageOf('reply-to'))?.inbound.inReplyTo).toBe('wamid.OUT1');
  });

  test('says that it was passed on', async () => {
    expect((await messageOf('forwarded'))?.inbound.flags).toEqual(['forwarded']);
  });

  test.each([
    ['image', 'see', { ref: '810000000000001', name: 'image.jpg', type: 'image/jpeg' }],
    ['voice', '', { name: 'voice.ogg', type: 'audio/ogg; codecs=opus' }],
    ['video', '', { name: 'video.mp4', type: 'video/mp4' }],
    ['document', 'the bill', { name: 'Rechnung März.pdf', type: 'application/pdf' }],
    ['sticker', '', { name: 'sticker.webp', type: 'image/webp' }],
  ])('brings its %s', async (fixture, text, file) => {
    const message = await messageOf(fixture);

    expect(message?.inbound.text).toBe(text);
    expect(message?.files).toMatchObject([file]);
  });

  test.each([
    ['location', '[location: Alexanderplatz, 10178 Berlin (52.52, 13.405)]'],
    ['contacts', '[contact: Bo Berg +49 157 0000002]\n[contact: Cy]'],
    ['button', 'Yes, please'],
    ['button-reply', 'Track my order'],
    ['list-reply', 'Payouts'],
    ['form-reply', 'order: A-17\nreasons: ["late","broken"]'],
    ['order', 'for Friday\n[ordered: 2 × mug-1, 7.5 EUR]'],
    ['from-advertisement', 'Is it still there?\n[came from: Mugs -20 % https://fb.example/ad/1]'],
    ['unsupported', '[unsupported: poll_creation]'],
    ['unavailable', '[unsupported: This message is currently unavailable]'],
    ['unknown-type', '[unsupported: hologram]'],
    ['media-without-id', '[unsupported: image]'],
    ['location-nowhere', '[unsupported: location]'],
    ['no-text', '[unsupported: text]'],
    ['odd-member', 'Hi'],
  ])('tells an agent about %s', async (fixture, text) => {
    expect((await messageOf(fixture))?.inbound.text).toBe(text);
  });

  test('has the place that was shared', async () => {
    expect((await messageOf('location'))?.inbound.place).toEqual({
      latitude: 52.52,
      longitude: 13.405,
      name: 'Alexanderplatz',
      address: '10178 Berlin',
    });
  });

  test.each([
    ['number-changed', 'whatsapp.system'],
    ['chat-opened', 'whatsapp.request_welcome'],
    ['ephemeral', 'whatsapp.ephemeral'],
    ['group', 'whatsapp.group'],
    ['no-sender', 'whatsapp.no-sender'],
    ['other-number', 'whatsapp.other-number'],
    ['other-object', 'whatsapp.other-object'],
    ['status-warning', 'whatsapp.status-unknown'],
    ['account-error', 'whatsapp.account-error'],
    ['template-status', 'whatsapp.field-message_template_status_update'],
  ])('makes nothing of %s but a count', async (fixture, code) => {
    expect(await parse(fixture)).toEqual({ incoming: [], events: [], ignored: [code] });
  });
});

describe('a person on WhatsApp', () => {
  test('is known by the lasting id, and by the number too', async () => {
    expect((await messageOf('both-ids'))?.inbound).toMatchObject({
      sender: { externalId: userId, name: 'Ann Li' },
      replyTo: { address: '491570000001' },
      provenPhone: '+491570000001',
      pointers: [`whatsapp|wa|chat|${userId}`, 'whatsapp|wa|chat|491570000001'],
      aliases: [`whatsapp|wa|chat|${userId}`, 'whatsapp|wa|chat|491570000001'],
    });
  });

  test.each(['user-name-only', 'user-id-as-number'])('needs no number (%s)', async (fixture) => {
    const inbound = (await messageOf(fixture))?.inbound;

    expect(inbound).toMatchObject({
      sender: { externalId: userId },
      replyTo: { address: userId },
      pointers: [`whatsapp|wa|chat|${userId}`],
    });
    expect(inbound?.provenPhone).toBeUndefined();
  });

  test.each([
    ['user-name-only', 'ann.li'],
    ['number-written-otherwise', 'Ann Li'],
    ['no-contacts', '+491570000001'],
  ])('has a name in %s', async (fixture, name) => {
    expect((await messageOf(fixture))?.inbound.sender.name).toBe(name);
  });
});

describe('what happened to a message', () => {
  test.each([
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
    ['played', 'read'],
  ])('status %s is the receipt %s', async (status, receipt) => {
    expect(await eventsOf(`status-${status}`)).toEqual([
      { kind: 'receipt', at, keys: [ours, oursInApp], receipt },
    ]);
  });

  test.each([
    ['failed-window', 'window-closed', true],
    ['failed-undeliverable', 'blocked', true],
    ['failed-media', 'failed', false],
    ['failed-limit-of-person', 'failed', true],
    ['failed-without-reason', 'failed', false],
  ])('%s is %s', async (fixture, outcome, permanent) => {
    expect(await eventsOf(fixture)).toMatchObject([
      { kind: 'failure', keys: [ours, oursInApp], outcome, permanent },
    ]);
  });

  test('a failure is told in WhatsApp’s words', async () => {
    expect(await eventsOf('failed-window')).toMatchObject([
      { error: expect.stringMatching(/^whatsapp: 131047 Re-engagement message: More than 24/) },
    ]);
  });

  test.each([
    ['reaction', { emoji: '👍' }],
    ['reaction-taken-back', {}],
    ['reaction-emptied', {}],
  ])('%s changes the reaction', async (fixture, emoji) => {
    expect(await eventsOf(fixture)).toEqual([
      { kind: 'reaction', at, keys: [oursInApp, ours], by: 'customer', ...emoji },
    ]);
  });

  test.each([
    ['edit', 'Hi, where is my payout?'],
    ['edited-caption', 'look closer'],
  ])('%s gives the new wording', async (fixture, text) => {
    expect(await eventsOf(fixture)).toMatchObject([
      { kind: 'edited', keys: [theirs, 'whatsapp|wa|out|wamid.IN1'], text },
    ]);
  });

  test('a withdrawal names the message', async () => {
    expect(await eventsOf('revoke')).toMatchObject([
      { kind: 'deleted', keys: [theirs, expect.any(String)] },
    ]);
    expect(await eventsOf('status-deleted')).toMatchObject([{ kind: 'deleted' }]);
  });
});

describe('what was written in the WhatsApp Business app', () => {
  test('is an answer of ours to the customer', async () => {
    expect((await messageOf('echo'))?.inbound).toMatchObject({
      kind: 'reply',
      idempotencyKey: 'whatsapp|wa|in|wamid.APP1',
      sender: { externalId: userId },
      replyTo: { address: '491570000001' },
      text: 'We are on it.',
      mayAcknowledge: false,
    });
  });

  test('can be withdrawn there', async () => {
    expect(await parse('echo-revoked')).toMatchObject({
      incoming: [],
      events: [{ kind: 'deleted', keys: ['whatsapp|wa|in|wamid.APP1', expect.any(String)] }],
    });
  });
});

describe('a delivery', () => {
  test('may hold many, and what cannot be read hides nothing', async () => {
    const { incoming, events, ignored } = await parse('batch');

    expect(incoming.map(({ inbound }) => inbound.text)).toEqual(['one', 'two', 'three']);
    expect(events).toMatchObject([{ receipt: 'read' }]);
    expect(ignored).toEqual(['whatsapp.member-unreadable']);
  });

  test('of another number of the desk is that connection’s', async () => {
    expect((await messageOf('sibling-number'))?.inbound).toMatchObject({
      connectionId: 'wa2',
      idempotencyKey: 'whatsapp|wa2|in|wamid.IN1',
      sender: { connectionId: 'wa2' },
    });
  });

  test.each(hookFixtures('whatsapp'))('%s is understood or counted', async (fixture) => {
    const { incoming, events = [], ignored } = await parse(fixture);

    expect(incoming.length + events.length + ignored.length).toBeGreaterThan(0);
  });
});

test('a form’s answer that is nested without end hides neither itself nor what came with it', async () => {
  const nested = `{"order":"A-17","reasons":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const body = hookFixture('whatsapp', 'form-reply').toString('utf8');
  const delivery = JSON.parse(body, (name, value: unknown) =>
    name === 'response_json' ? nested : value,
  ) as unknown;

  const { incoming } = await parseWhatsApp({
    connection,
    headers: {},
    body: Buffer.from(JSON.stringify(delivery)),
    receivedAt: '2026-11-22T10:00:00.000Z',
  });

  expect(incoming[0]?.inbound.text).toBe('order: A-17\nreasons: …');
});
