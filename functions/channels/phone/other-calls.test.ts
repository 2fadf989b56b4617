import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContactEvent } from '../../../schemas/queue.ts';
import { phones } from '../../../test/make/phone-connections.ts';
import { parseJob } from '../../entry/intake/parse-job.ts';
import { signedHeaders } from '../webhook/standard-webhooks.ts';
import { parseContact } from './amazon-connect/parse-contact.ts';
import { parsePhone } from './parse.ts';
import { verifyPhone } from './verify.ts';

const fixture = (name: string): string =>
  readFileSync(
    join(import.meta.dirname, `../../../test/fixtures/hooks/phone/${name}.json`),
    'utf8',
  );

describe('a contact event of Amazon Connect', () => {
  const parse = (name: string, over: Record<string, unknown> = {}) => {
    const event = JSON.parse(fixture(name)) as { detail: object };
    const body = JSON.stringify({ ...event, detail: { ...event.detail, ...over } });
    return parseContact({
      connection: phones.connect,
      event: ContactEvent.parse(parseJob(body)),
    });
  };
  const callOf = async (...given: Parameters<typeof parse>) =>
    (await parse(...given)).incoming[0]?.inbound.call;

  it.each([
    ['connect-initiated', { state: 'ringing', startedAt: '2026-11-22T10:00:00.000Z' }],
    ['connect-queued', { state: 'queued' }],
    ['connect-agent', { state: 'talking', answeredAt: '2026-11-22T10:00:30.000Z' }],
    ['connect-disconnected', { state: 'ended', seconds: 150, from: '+4915735980301' }],
    ['connect-abandoned', { state: 'missed', endedAt: '2026-11-22T10:02:00.000Z' }],
  ])('%s', async (name, call) => {
    expect(await callOf(name)).toMatchObject(call);
  });

  it('is one call with its transfers', async () => {
    const [incoming] = (await parse('connect-agent', { contactId: 'transferred' })).incoming;

    expect(incoming?.inbound.idempotencyKey).toBe(
      'phone|call-center|in|cccccccc-0000-4000-8000-000000000001',
    );
  });

  it('without a number is a caller of its own', async () => {
    const [incoming] = (await parse('connect-queued')).incoming;

    expect(incoming?.inbound.sender.externalId).toMatch(/^withheld:/);
  });

  it.each([
    ['of a chat', { channel: 'CHAT' }, 'phone.contact-no-call'],
    [
      'of a kind that is new to us',
      { eventType: 'CONTACT_DATA_UPDATED' },
      'phone.contact-event-unknown',
    ],
  ])('%s is counted only', async (_name, over, code) => {
    expect(await parse('connect-queued', over)).toEqual({ incoming: [], ignored: [code] });
  });
});

describe('a call log', () => {
  const secret = { authTokens: [], secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] };
  const now = Date.parse('2026-11-22T10:01:00.000Z');
  const verify = (body: string, over: Record<string, string> = {}) =>
    verifyPhone(
      {
        method: 'POST',
        headers: {
          ...signedHeaders(secret.secrets, { id: 'wh_1', body: Buffer.from(body), now }),
          ...over,
        },
        query: {},
        body: Buffer.from(body),
        url: 'https://desk.example/hooks/phone/office-phone',
        sourceIp: '203.0.113.1',
      },
      { connection: phones.log, secret, now },
    );
  const parse = (over: Record<string, unknown> = {}) =>
    parsePhone({
      connection: phones.log,
      headers: {},
      body: Buffer.from(JSON.stringify({ ...JSON.parse(fixture('call-log')), ...over })),
      receivedAt: '2026-11-22T10:01:00.000Z',
    });

  it('is taken with its id', () => {
    expect(verify(fixture('call-log'))).toMatchObject({
      verdict: 'accepted',
      answer: { status: 202, body: '{"id":"wh_1"}' },
    });
  });

  it.each([
    ['an unsigned one', fixture('call-log'), { 'webhook-signature': '' }, 401],
    ['one of another shape', '{"type":"call.updated"}', {}, 400],
    ['no JSON', 'call', {}, 400],
  ])('refuses %s', (_name, body, over, status) => {
    expect(verify(body, over)).toMatchObject({ verdict: 'refused', answer: { status } });
  });

  it('is the call’s newest state', async () => {
    expect((await parse()).incoming[0]?.inbound).toMatchObject({
      idempotencyKey: 'phone|office-phone|in|pbx-77',
      sender: { externalId: '+4930123456', isVerified: false },
      call: { state: 'missed', from: '+4930123456', endedAt: '2026-11-22T10:00:30.000Z' },
    });
  });

  it('refers to its recording', async () => {
    const over = { state: 'voicemail', recordingUrl: 'https://pbx.example/77.mp3' };

    expect((await parse(over)).incoming[0]?.files).toMatchObject([
      { name: 'voicemail.mp3', ref: 'https://pbx.example/77.mp3' },
    ]);
  });

  it('of another type is counted only', async () => {
    expect((await parse({ type: 'agent.paused' })).ignored).toEqual(['phone.event-unknown']);
  });
});
