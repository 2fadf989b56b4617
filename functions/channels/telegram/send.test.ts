import { describe, expect, test } from 'vitest';
import type { Message } from '../../../schemas/timeline.ts';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { testBases } from '../../../test/make/provider-bases.ts';
import { messageFrom } from '../../desk/tickets/message.ts';
import type { Outgoing, SendPorts } from '../outgoing.ts';
import { sendTelegram } from './send.ts';

const connection = { id: 'bot', channel: 'telegram', name: 'Bot', topic: 'other' } as const;
const ticket = aTicket({ replyTo: { address: '77', cc: [] } });

const answering = (over: Partial<Message> = {}): Outgoing => ({
  ticket,
  connection,
  message: {
    ...messageFrom(anInbound(), { ticketId: ticket.id, kind: 'customer', now: ticket.createdAt }),
    direction: 'out',
    kind: 'reply',
    text: 'Here it is.',
    address: '77',
    ...over,
  },
  desk: {
    deskName: 'Kopilka',
    domain: 'desk.example',
    connections: [connection],
    language: 'en',
    signingSecrets: [],
    appUrl: 'https://desk.example',
  },
});

type Call = { readonly url: string; readonly body: unknown };

const portsTo = (answers: readonly (object | Error)[]) => {
  const calls: Call[] = [];
  const ports: SendPorts = {
    file: async () => Buffer.from('bytes'),
    mail: async () => '',
    fetch: async (url, init) => {
      const answer = answers[Math.min(calls.length, answers.length - 1)] ?? {};
      calls.push({
        url: String(url),
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : init?.body,
      });
      if (answer instanceof Error) throw answer;
      return Response.json(answer);
    },
    secret: { botToken: '123:token', webhookSecrets: [] },
    bases: testBases,
    link: async (key) => `https://files.example/${key}`,
    hookUrl: (channel, id) => `https://desk.example/hooks/${channel}/${id}`,
    now: () => 0,
  };
  return { ports, calls };
};

const arrived = { ok: true, result: { message_id: 9 } };
const album = { ok: true, result: [{ message_id: 10 }, { message_id: 11 }] };
const file = { size: 5, sha256: 'a'.repeat(64), key: 'files/x', kind: 'regular' as const };
const png = { ...file, name: 'a.png', type: 'image/png' };
const mp4 = { ...file, name: 'b.mp4', type: 'video/mp4' };
const pdf = { ...file, name: 'c.pdf', type: 'application/pdf' };
const methodOf = ({ url }: Call) => url.split('/').at(-1);
const fieldsOf = (call: Call | undefined) =>
  Object.fromEntries(call?.body instanceof FormData ? call.body.entries() : []);
const refusal = (code: number, description = '', parameters = {}) => ({
  ok: false,
  error_code: code,
  description,
  parameters,
});

describe('an answer by Telegram', () => {
  test('goes to the chat as plain text', async () => {
    const { ports, calls } = portsTo([arrived]);

    const result = await sendTelegram(answering(), ports);

    expect(result).toEqual({
      kind: 'sent',
      providerId: '9',
      pointers: ['telegram|bot|out|77:9'],
    });
    expect(calls).toEqual([
      {
        url: 'https://telegram.example/bot123:token/sendMessage',
        body: { chat_id: '77', text: 'Here it is.' },
      },
    ]);
  });

  test('sends a short text and its one file together', async () => {
    const { ports, calls } = portsTo([arrived]);

    await sendTelegram(answering({ attachments: [png] }), ports);

    expect(calls).toHaveLength(1);
    expect(fieldsOf(calls[0])).toMatchObject({ caption: 'Here it is.', chat_id: '77' });
  });

  test('sends pictures and films as albums of ten, other files by themselves', async () => {
    const { ports, calls } = portsTo([arrived, album, album, arrived]);
    const attachments = [...Array.from({ length: 10 }, () => png), png, mp4, pdf];

    const result = await sendTelegram(answering({ attachments }), ports);

    expect(calls.map(methodOf)).toEqual([
      'sendMessage',
      'sendMediaGroup',
      'sendMediaGroup',
      'sendDocument',
    ]);
    expect(JSON.parse(String(fieldsOf(calls[2])['media']))).toEqual([
      { type: 'photo', media: 'attach://file0' },
      { type: 'video', media: 'attach://file1' },
    ]);
    expect(result).toMatchObject({ kind: 'sent', providerId: '9' });
  });

  test('goes without its reply when the message it answers is gone', async () => {
    const { ports, calls } = portsTo([
      refusal(400, 'Bad Request: message to be replied not found'),
      arrived,
    ]);
    const asked = { ...answering().message, connectionId: 'bot', externalId: '4' };

    await sendTelegram({ ...answering({ connectionId: 'bot' }), answered: asked }, ports);

    expect(
      calls.map(({ body }) => (body as { reply_parameters?: unknown }).reply_parameters),
    ).toEqual([{ message_id: 4, allow_sending_without_reply: true }, undefined]);
  });

  test('sends as a file what Telegram cannot show as a picture', async () => {
    const { ports, calls } = portsTo([
      refusal(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'),
      arrived,
    ]);

    await sendTelegram(answering({ attachments: [png] }), ports);

    expect(calls.map(methodOf)).toEqual(['sendPhoto', 'sendDocument']);
    expect(fieldsOf(calls[1])).toMatchObject({ caption: 'Here it is.' });
  });

  test('names the business account in whose chat it is', async () => {
    const { ports, calls } = portsTo([arrived]);

    const result = await sendTelegram(answering({ address: '77@bc-1' }), ports);

    expect(calls[0]?.body).toMatchObject({ chat_id: '77', business_connection_id: 'bc-1' });
    expect(result).toMatchObject({ pointers: ['telegram|bot|out|77@bc-1:9'] });
  });

  test.each([
    [refusal(429, '', { retry_after: 7 }), { kind: 'retry', afterSeconds: 7 }],
    [refusal(502), { kind: 'retry' }],
    [refusal(403, 'bot was blocked by the user'), { kind: 'blocked' }],
    [refusal(400, 'chat not found'), { kind: 'failed', permanent: true }],
    [refusal(401), { kind: 'failed', permanent: false, isRevoked: true }],
    [refusal(400, 'BUSINESS_PEER_USAGE_MISSING'), { kind: 'window-closed' }],
  ])('ends as %o says', async (answer, result) => {
    expect(await sendTelegram(answering(), portsTo([answer]).ports)).toMatchObject(result);
  });

  test.each([
    ['ECONNREFUSED', 'retry'],
    ['ECONNRESET', 'unknown'],
  ])('after %s is %s', async (code, kind) => {
    const error = Object.assign(new Error('fetch failed'), { cause: { code } });

    const result = await sendTelegram(answering(), portsTo([error]).ports);

    expect(result).toMatchObject({ kind });
    expect(JSON.stringify(result)).not.toContain('token');
  });

  test('follows a chat that moved, once', async () => {
    const moved = refusal(400, 'upgraded', { migrate_to_chat_id: -100 });

    const { ports, calls } = portsTo([moved, arrived]);
    await sendTelegram(answering(), ports);

    expect(calls.map(({ body }) => (body as { chat_id: string }).chat_id)).toEqual(['77', '-100']);
  });

  test('is unknown when only the first part arrived', async () => {
    const { ports } = portsTo([arrived, refusal(403)]);

    const result = await sendTelegram(answering({ text: 'word '.repeat(1000) }), ports);

    expect(result).toMatchObject({ kind: 'unknown' });
  });
});
