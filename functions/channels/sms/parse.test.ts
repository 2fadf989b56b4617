import { describe, expect, it } from 'vitest';
import type { ConnectionOf } from '../../../schemas/connection.ts';
import { aTwilioForm } from '../../../test/make/twilio.ts';
import { parseSms } from './parse.ts';

const connection: ConnectionOf<'sms'> = {
  id: 'sms',
  channel: 'sms',
  name: 'SMS',
  topic: 'other',
  accountSid: 'AC00000000000000000000000000000001',
  from: '+4915735980001',
};
const receivedAt = '2026-11-22T10:00:00.000Z';
const parse = (fixture: string, over: Record<string, string | undefined> = {}) =>
  parseSms({
    connection,
    headers: {},
    body: Buffer.from(aTwilioForm(fixture, over).toString()),
    receivedAt,
  });
const inboundOf = async (...given: Parameters<typeof parse>) =>
  (await parse(...given)).incoming[0]?.inbound;

describe('a short message', () => {
  it('is its sender’s message, under Twilio’s number of it', async () => {
    expect(await inboundOf('sms/message')).toMatchObject({
      idempotencyKey: 'sms|sms|in|SM00000000000000000000000000000101',
      sender: { externalId: '+4915735980101', channel: 'sms' },
      replyTo: { address: '+4915735980101' },
      text: 'Where is my payout?\nI wait since Monday.',
      subject: 'Where is my payout?',
      leaves: ['sms|sms|chat|+4915735980101'],
      mayAcknowledge: true,
    });
  });

  it.each([
    ['NUL bytes', 'a\u0000b', 'ab'],
    ['plus signs and Cyrillic', '1 + 1, привет', '1 + 1, привет'],
    [
      'base64 from a carrier',
      Buffer.from('A long message that came in pieces, ты где?').toString('base64'),
      'A long message that came in pieces, ты где?',
    ],
    [
      'a code that only looks like base64',
      'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY3ODkw',
      'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY3ODkw',
    ],
    ['nothing', '', '[unsupported: empty]'],
  ])('with %s', async (_name, Body, text) => {
    expect(await inboundOf('sms/message', { Body })).toMatchObject({ text });
  });

  it('of a short code is taken and not acknowledged: nobody reads there', async () => {
    expect(await inboundOf('sms/short-code')).toMatchObject({
      sender: { externalId: '38745' },
      mayAcknowledge: false,
    });
  });

  it('with media refers to each file, named after its type', async () => {
    const [{ inbound, files } = {}] = (await parse('sms/mms')).incoming;

    expect(inbound?.text).toBe('');
    expect(files).toMatchObject([
      { name: 'mms-1.jpg', type: 'image/jpeg', ref: expect.stringContaining('/Media/ME') },
      { name: 'mms-2.vcf', type: 'text/vcard' },
    ]);
  });

  it('of another network that Twilio carries is a message of that person', async () => {
    const over = { From: 'whatsapp:+4915112345678', ProfileName: 'Olya', Body: 'STOP' };

    const [{ inbound } = {}] = (await parse('sms/message', over)).incoming;

    expect(inbound).toMatchObject({
      sender: { externalId: 'whatsapp:+4915112345678', name: 'Olya' },
      text: 'STOP',
    });
  });

  it('without a sender is counted only', async () => {
    expect((await parse('sms/message', { From: undefined })).ignored).toEqual([
      'sms.event-unknown',
    ]);
  });
});

describe('a switch', () => {
  it.each([
    ['sms/stop', {}, 'blocked'],
    ['sms/start', {}, 'unblocked'],
    ['sms/stop', { OptOutType: undefined, Body: ' unsubscribe ' }, 'blocked'],
    ['sms/start', { OptOutType: undefined, Body: 'Unstop' }, 'unblocked'],
  ] as const)('%s %j: %s, and no message', async (fixture, over, kind) => {
    expect(await parse(fixture, over)).toMatchObject({
      incoming: [],
      events: [{ kind, chat: 'sms|sms|chat|+4915735980101', at: receivedAt }],
    });
  });

  it('is none within a sentence', async () => {
    expect(await inboundOf('sms/message', { Body: 'Please stop the newsletter' })).toBeDefined();
  });

  it('for help is a question that Twilio has answered already', async () => {
    expect(await inboundOf('sms/help')).toMatchObject({ text: 'HELP', mayAcknowledge: false });
  });
});

describe('a receipt', () => {
  const keys = ['sms|sms|out|SM00000000000000000000000000000201'];

  it('of a message whose sending was not answered names our own id', async () => {
    const form = aTwilioForm('sms/status-delivered');
    const { events } = await parseSms({
      connection,
      headers: { mid: 'msg_1' },
      body: Buffer.from(form.toString()),
      receivedAt,
    });

    expect(events).toMatchObject([{ keys: [...keys, 'sms|sms|out|msg_1'] }]);
  });

  it.each(['sent', 'delivered', 'read'] as const)('%s', async (receipt) => {
    const { events } = await parse('sms/status-delivered', { MessageStatus: receipt });

    expect(events).toEqual([{ kind: 'receipt', receipt, keys, at: receivedAt }]);
  });

  it.each([
    ['30005', 'failed', true],
    ['30003', 'failed', false],
    ['30034', 'failed', false],
    ['21610', 'blocked', true],
  ])('undelivered with %s is %s', async (ErrorCode, outcome, permanent) => {
    const { events } = await parse('sms/status-undelivered', { ErrorCode });

    expect(events).toMatchObject([{ kind: 'failure', outcome, permanent, keys }]);
  });

  it.each([
    ['queued', 'sms.status-early'],
    ['teleported', 'sms.status-unknown'],
  ])('%s is counted only', async (MessageStatus, code) => {
    expect(await parse('sms/status-delivered', { MessageStatus })).toEqual({
      incoming: [],
      ignored: [code],
    });
  });
});
