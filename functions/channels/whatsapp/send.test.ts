import { describe, expect, test } from 'vitest';
import type { Attachment } from '../../../schemas/attachment.ts';
import type { Message } from '../../../schemas/timeline.ts';
import { anOutgoing, networkError, portsAnswering } from '../../../test/make/a-sending.ts';
import { sendWhatsApp } from './send.ts';

const connection = {
  id: 'wa',
  channel: 'whatsapp',
  name: 'Kopilka',
  topic: 'other',
  phoneNumberId: '106',
} as const;
const secret = { accessToken: 'the-token', appSecrets: ['s'], verifyToken: 'v' };

const answering = (over: Partial<Message> = {}, address = '491570000001') =>
  anOutgoing(connection, address, over);
const file = (name: string, type: string, size = 5): Attachment => ({
  name,
  type,
  size,
  sha256: 'a'.repeat(64),
  key: `files/${name}`,
  kind: 'regular',
});

const accepted = {
  messaging_product: 'whatsapp',
  contacts: [{ input: '491570000001', wa_id: '491570000001' }],
  messages: [{ id: 'wamid.OUT1' }],
};
const refusal = (code: number, more: object = {}) => ({
  error: { message: `(#${code}) No`, type: 'OAuthException', code, fbtrace_id: 'x', ...more },
});
const bodies = (calls: readonly { readonly body: unknown }[]) => calls.map(({ body }) => body);

describe('an answer by WhatsApp', () => {
  test('goes to the number as text', async () => {
    const { ports, calls } = portsAnswering(secret, [accepted]);

    const result = await sendWhatsApp(answering(), ports);

    expect(result).toEqual({
      kind: 'sent',
      providerId: 'wamid.OUT1',
      pointers: ['whatsapp|wa|out|wamid.OUT1'],
    });
    expect(calls[0]).toMatchObject({
      url: 'https://graph.example/v25.0/106/messages',
      body: {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '491570000001',
        type: 'text',
        text: { body: 'Here it is.', preview_url: false },
      },
    });
    expect(calls[0]?.headers.get('authorization')).toBe('Bearer the-token');
  });

  test('goes to the user id of somebody without a number', async () => {
    const { ports, calls } = portsAnswering(secret, [accepted]);

    await sendWhatsApp(answering({}, 'DE.134912'), ports);

    expect(calls[0]?.body).toMatchObject({ recipient: 'DE.134912' });
    expect(calls[0]?.body).not.toHaveProperty('to');
  });

  test('shows what it answers, once', async () => {
    const { ports, calls } = portsAnswering(secret, [accepted]);

    await sendWhatsApp(answering({ text: 'word '.repeat(1000), inReplyTo: 'wamid.IN1' }), ports);

    expect(calls).toHaveLength(2);
    expect(calls[0]?.body).toMatchObject({ context: { message_id: 'wamid.IN1' } });
    expect(calls[1]?.body).not.toHaveProperty('context');
  });

  test('goes without what it answers when that is refused', async () => {
    const { ports, calls } = portsAnswering(secret, [refusal(131_009), accepted]);

    const result = await sendWhatsApp(answering({ inReplyTo: 'wamid.GONE' }), ports);

    expect(result.kind).toBe('sent');
    expect(calls[1]?.body).not.toHaveProperty('context');
  });

  test('uploads an only file and gives it the text as caption', async () => {
    const { ports, calls } = portsAnswering(secret, [{ id: 'MEDIA' }, accepted]);

    await sendWhatsApp(answering({ attachments: [file('bill.pdf', 'application/pdf')] }), ports);

    expect(calls[0]?.url).toBe('https://graph.example/v25.0/106/media');
    const form = calls[0]?.body as FormData;
    expect(form.get('messaging_product')).toBe('whatsapp');
    expect((form.get('file') as File).name).toBe('bill.pdf');
    expect(calls[1]?.body).toMatchObject({
      type: 'document',
      document: { id: 'MEDIA', caption: 'Here it is.', filename: 'bill.pdf' },
    });
  });

  test.each([
    ['a picture', file('a.png', 'image/png'), 'image'],
    ['a picture too large for one', file('a.png', 'image/png', 6 * 1024 * 1024), 'document'],
    ['a picture of another kind', file('a.gif', 'image/gif'), 'document'],
    ['a film', file('a.mp4', 'video/mp4'), 'video'],
  ])('sends %s as %s', async (_name, attachment, type) => {
    const { ports, calls } = portsAnswering(secret, [{ id: 'MEDIA' }, accepted]);

    await sendWhatsApp(answering({ text: '', attachments: [attachment] }), ports);

    expect(calls[1]?.body).toMatchObject({ type });
  });

  test('says the text by itself when it fits no caption', async () => {
    const { ports, calls } = portsAnswering(secret, [accepted, { id: 'MEDIA' }, accepted]);

    await sendWhatsApp(answering({ attachments: [file('a.mp3', 'audio/mpeg')] }), ports);

    expect(bodies(calls)).toMatchObject([{ type: 'text' }, {}, { type: 'audio' }]);
    expect(calls[2]?.body).not.toHaveProperty('audio.caption');
  });

  test('sends an approved template with its parameters', async () => {
    const { ports, calls } = portsAnswering(secret, [accepted]);
    const template = { name: 'shipped', language: 'en_US', parameters: ['A-17', 'Friday'] };

    await sendWhatsApp(answering({ template, text: 'Your order A-17 comes on Friday.' }), ports);

    expect(bodies(calls)).toMatchObject([
      {
        type: 'template',
        template: {
          name: 'shipped',
          language: { code: 'en_US' },
          components: [
            {
              type: 'body',
              parameters: [
                { type: 'text', text: 'A-17' },
                { type: 'text', text: 'Friday' },
              ],
            },
          ],
        },
      },
    ]);
  });

  test('does not leave before the token is set', async () => {
    const { ports, calls } = portsAnswering({ ...secret, accessToken: '' }, [accepted]);

    expect(await sendWhatsApp(answering(), ports)).toMatchObject({ kind: 'failed' });
    expect(calls).toEqual([]);
  });
});

describe('a refusal by WhatsApp', () => {
  const lasting = [
    10, 100, 200, 368, 130472, 131021, 131031, 131042, 131049, 131050, 131051, 131052, 132000,
    132001, 132005, 132007, 132012, 132015, 132016, 133010,
  ];
  const codes = (kind: object, ...numbers: number[]) =>
    numbers.map((code) => [code, kind] as const);
  test.each([
    ...codes({ kind: 'retry' }, 1, 2, 131000, 131016, 131053, 131056, 133016),
    ...codes({ kind: 'retry', isForAll: true }, 4, 80007, 130429, 131048),
    ...codes({ kind: 'window-closed' }, 131047),
    ...codes({ kind: 'blocked' }, 131026),
    ...codes({ kind: 'failed', permanent: false, isRevoked: true }, 190),
    ...codes({ kind: 'failed', permanent: true }, ...lasting),
    ...codes({ kind: 'failed', permanent: false }, 999_999),
  ])('with code %i ends as %o', async (code, result) => {
    const answer = Response.json(refusal(code), { status: 400 });

    expect(await sendWhatsApp(answering(), portsAnswering(secret, [answer]).ports)).toMatchObject(
      result,
    );
  });

  test('counts although it comes with 200', async () => {
    const { ports } = portsAnswering(secret, [refusal(131047)]);

    expect(await sendWhatsApp(answering(), ports)).toMatchObject({ kind: 'window-closed' });
  });

  test('is told in its own words', async () => {
    const more = { error_data: { details: 'More than 24 hours have passed' } };
    const { ports } = portsAnswering(secret, [refusal(131047, more)]);

    expect(await sendWhatsApp(answering(), ports)).toMatchObject({
      error: 'whatsapp: 131047 (#131047) No: More than 24 hours have passed',
    });
  });

  test.each([
    ['Retry-After', { 'retry-after': '7' }, 7],
    [
      'minutes until the account may call again',
      {
        'x-business-use-case-usage': JSON.stringify({
          1: [{ type: 'whatsapp', estimated_time_to_regain_access: 2 }],
        }),
      },
      120,
    ],
  ])('may give its own delay by %s', async (_name, headers, afterSeconds) => {
    const answer = Response.json(refusal(80007), { status: 429, headers });

    expect(await sendWhatsApp(answering(), portsAnswering(secret, [answer]).ports)).toMatchObject({
      kind: 'retry',
      afterSeconds,
    });
  });

  test.each([
    [new Response('busy', { status: 503 }), 'retry'],
    [new Response('slow down', { status: 429 }), 'retry'],
    [new Response('what?', { status: 200 }), 'unknown'],
    [Response.json({}, { status: 200 }), 'unknown'],
    [networkError('ECONNREFUSED'), 'retry'],
    [networkError('ECONNRESET'), 'unknown'],
    [new DOMException('timeout', 'TimeoutError'), 'unknown'],
  ])('that is none of the API’s (%o) is %s', async (answer, kind) => {
    const result = await sendWhatsApp(answering(), portsAnswering(secret, [answer]).ports);

    expect(result).toMatchObject({ kind });
    expect(JSON.stringify(result)).not.toContain('the-token');
  });

  test('after a first part leaves the outcome to a person', async () => {
    const { ports } = portsAnswering(secret, [accepted, refusal(131026)]);

    const result = await sendWhatsApp(answering({ text: 'word '.repeat(1000) }), ports);

    expect(result).toMatchObject({ kind: 'unknown' });
  });

  test('of an upload is no doubt: nothing was sent', async () => {
    const { ports } = portsAnswering(secret, [networkError('ECONNRESET')]);
    const attachments = [file('bill.pdf', 'application/pdf')];

    expect(await sendWhatsApp(answering({ attachments }), ports)).toMatchObject({ kind: 'retry' });
  });
});
