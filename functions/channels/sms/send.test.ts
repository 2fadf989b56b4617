import { describe, expect, it } from 'vitest';
import { answerTwilio } from '../../../local/run/outside/twilio.ts';
import type { Attachment } from '../../../schemas/attachment.ts';
import type { ConnectionOf } from '../../../schemas/connection.ts';
import type { Message } from '../../../schemas/timeline.ts';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { testBases } from '../../../test/make/provider-bases.ts';
import { standInFetch } from '../../../test/make/stand-in-fetch.ts';
import { messageFrom } from '../../desk/tickets/message.ts';
import type { SendPorts } from '../outgoing.ts';
import { checkSms } from './check.ts';
import { sendSms } from './send.ts';

const accountSid = 'AC00000000000000000000000000000001';
const connection: ConnectionOf<'sms'> = {
  id: 'sms',
  channel: 'sms',
  name: 'SMS',
  topic: 'other',
  accountSid,
  from: '+4915735980001',
};
const ticket = aTicket({ replyTo: { address: '+4915735980101', cc: [] } });
const file = (name: string, size: number): Attachment => ({
  name,
  type: 'image/png',
  size,
  sha256: 'a'.repeat(64),
  key: `files/${name}`,
  kind: 'regular',
});

type Script = Parameters<typeof standInFetch>[1];

async function send(
  over: Partial<Message> = {},
  { first, authTokens = ['token'] }: { first?: Script; authTokens?: string[] } = {},
) {
  const { fetch, calls } = standInFetch(answerTwilio, first);
  const ports: SendPorts = {
    file: async () => Buffer.from('bytes'),
    mail: async () => '',
    fetch,
    secret: { authTokens },
    bases: testBases,
    link: async (key) => `https://files.example/${key}`,
    hookUrl: (channel, id) => `https://desk.example/hooks/${channel}/${id}`,
    now: () => 0,
  };
  const message: Message = {
    ...messageFrom(anInbound(), { ticketId: ticket.id, kind: 'customer', now: ticket.createdAt }),
    id: 'msg_0123456789abcdef01234567',
    direction: 'out',
    kind: 'reply',
    text: 'Here it is.',
    address: '+4915735980101',
    ...over,
  };
  const desk = {
    deskName: 'Kopilka',
    domain: 'desk.example',
    connections: [connection],
    language: 'en' as const,
    signingSecrets: [],
    appUrl: 'https://desk.example',
  };
  const result = await sendSms({ ticket, connection, message, desk }, ports);
  return { result, calls, forms: calls.map(({ body }) => new URLSearchParams(body)) };
}

describe('an answer by short message', () => {
  it('goes to the number with an address for its receipts, and is known by Twilio’s sid', async () => {
    const { result, forms } = await send();

    expect(Object.fromEntries(forms[0] ?? [])).toEqual({
      To: '+4915735980101',
      From: '+4915735980001',
      Body: 'Here it is.',
      StatusCallback: 'https://desk.example/hooks/sms/sms?mid=msg_0123456789abcdef01234567',
    });
    expect(result).toMatchObject({ kind: 'sent', providerId: expect.stringMatching(/^SM/) });
    if (result.kind === 'sent')
      expect(result.pointers).toEqual([`sms|sms|out|${result.providerId}`]);
  });

  it('is split at 1600 characters, each part with a pointer of its own', async () => {
    const { result, forms } = await send({ text: `${'word '.repeat(400)}end` });

    expect(forms).toHaveLength(2);
    expect(forms.every((form) => (form.get('Body') ?? '').length <= 1600)).toBe(true);
    expect(result).toMatchObject({
      kind: 'sent',
      pointers: [expect.anything(), expect.anything()],
    });
  });

  it('carries files as links, ten and 5 MB to a message', async () => {
    const small = Array.from({ length: 11 }, (_, index) => file(`${index}`, 1000));
    const { forms } = await send({ attachments: [...small, file('big', 5 * 1024 * 1024)] });

    expect(forms.map((form) => form.getAll('MediaUrl').length)).toEqual([10, 1, 1]);
    expect(forms.map((form) => form.has('Body'))).toEqual([true, false, false]);
    expect(forms[2]?.get('MediaUrl')).toBe('https://files.example/files/big');
  });

  it('to another network that Twilio carries goes from our name there', async () => {
    const { forms } = await send({ address: 'whatsapp:+4915735980101' });

    expect(forms[0]?.get('From')).toBe('whatsapp:+4915735980001');
  });

  it('uses the second token when the first was rotated away', async () => {
    const { result, calls } = await send({}, { authTokens: ['revoked-old', 'token'] });

    expect(calls.map(({ status }) => status)).toEqual([401, 201]);
    expect(result.kind).toBe('sent');
  });
});

describe('a refusal', () => {
  it.each([
    ['after STOP', '+4915735921610', { kind: 'blocked' }],
    ['for a landline', '+4915735921614', { kind: 'failed', permanent: true }],
    ['for a number that is none', 'Kopilka', { kind: 'failed', permanent: true }],
    ['for a registration of ours', '+4915735930034', { kind: 'failed', permanent: false }],
    ['in a flood', '+4915735920429', { kind: 'retry' }],
  ])('%s', async (_name, address, result) => {
    expect((await send({ address })).result).toMatchObject(result);
  });

  it.each([
    [
      'a revoked token',
      { status: 401, body: { code: 20003, message: 'Authenticate' } },
      { kind: 'failed', permanent: false, isRevoked: true },
    ],
    [
      'too many at once',
      { status: 429, headers: { 'retry-after': '7' }, body: { code: 20429, message: '' } },
      { kind: 'retry', afterSeconds: 7 },
    ],
    ['a fault of theirs', { status: 503 }, { kind: 'retry' }],
    [
      'an answer of another kind',
      { status: 200, body: Buffer.from('<html>') },
      { kind: 'unknown' },
    ],
    [
      'a refusal by something in between',
      { status: 404, body: Buffer.from('<html>') },
      { kind: 'failed', permanent: false },
    ],
    ['201 without a sid', { status: 201, body: { status: 'queued' } }, { kind: 'unknown' }],
    [
      'no connection',
      Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } }),
      { kind: 'retry' },
    ],
    ['no answer in time', new DOMException('timeout', 'TimeoutError'), { kind: 'unknown' }],
  ])('%s', async (_name, answer, result) => {
    expect((await send({}, { first: [answer] })).result).toMatchObject(result);
  });

  it('that is no answer can be found by our own id', async () => {
    const timeout = new DOMException('timeout', 'TimeoutError');
    const { result } = await send({}, { first: [timeout] });

    expect(result).toMatchObject({ pointers: ['sms|sms|out|msg_0123456789abcdef01234567'] });
  });

  it('of a later part leaves the outcome to a person', async () => {
    const taken = { status: 201, body: { sid: 'SM1' } };
    const { result } = await send(
      { text: 'word '.repeat(400) },
      { first: [taken, { status: 503 }] },
    );

    expect(result).toMatchObject({
      kind: 'unknown',
      error: expect.stringContaining('1 of 2 parts'),
    });
  });

  it('of our own comes before the secret is filled in', async () => {
    const { result, calls } = await send({}, { authTokens: [] });

    expect(result).toMatchObject({ kind: 'failed', permanent: false });
    expect(calls).toEqual([]);
  });
});

describe('a look at the connection', () => {
  const check = async (authTokens: string[], smsUrl?: string, from = connection.from) => {
    const { fetch } = standInFetch(answerTwilio);
    if (smsUrl !== undefined)
      await fetch(`${testBases.twilio}/Accounts/${accountSid}/IncomingPhoneNumbers.json`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${accountSid}:t`).toString('base64')}` },
        body: new URLSearchParams({ PhoneNumber: from, SmsUrl: smsUrl }),
      });
    const hookUrl = 'https://desk.example/hooks/sms/sms';
    return checkSms({
      connection: { ...connection, from },
      secret: { authTokens },
      bases: testBases,
      fetch,
      hookUrl,
    });
  };

  it.each([
    ['an empty secret', [], undefined, { state: 'not-set-up' }],
    ['a revoked token', ['revoked'], undefined, { state: 'revoked' }],
    ['a number that calls nobody', ['token'], '', { state: 'hook-missing', account: 'Kopilka' }],
    [
      'a number that calls somebody else',
      ['token'],
      'https://old.example/sms',
      { state: 'hook-missing' },
    ],
    [
      'our address, with retries tuned',
      ['token'],
      'https://desk.example/hooks/sms/sms#rc=3',
      { state: 'working' },
    ],
  ])('%s', async (_name, tokens, smsUrl, result) => {
    expect(await check(tokens, smsUrl)).toMatchObject(result);
  });

  it('asks no messaging service for its address', async () => {
    expect(await check(['token'], undefined, `MG${'0'.repeat(32)}`)).toMatchObject({
      state: 'working',
    });
  });
});
