import { testBases } from '../../../test/make/provider-bases.ts';
import { describe, expect, test } from 'vitest';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { aTicket } from '../../../test/make/a-ticket.ts';
import type { Message } from '../../../schemas/timeline.ts';
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
    ...over,
  },
  desk: {
    deskName: 'Kopilka',
    domain: 'desk.example',
    connections: [connection],
    language: 'en',
    signingSecrets: [],
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

  test('sends files after the text, pictures as pictures', async () => {
    const { ports, calls } = portsTo([arrived]);
    const file = { size: 5, sha256: 'a'.repeat(64), key: 'files/x', kind: 'regular' as const };

    await sendTelegram(
      answering({
        attachments: [
          { ...file, name: 'a.png', type: 'image/png' },
          { ...file, name: 'b.pdf', type: 'application/pdf' },
        ],
      }),
      ports,
    );

    expect(calls.map(({ url }) => url.split('/').at(-1))).toEqual([
      'sendMessage',
      'sendPhoto',
      'sendDocument',
    ]);
  });

  test.each([
    [refusal(429, '', { retry_after: 7 }), { kind: 'retry', afterSeconds: 7 }],
    [refusal(502), { kind: 'retry' }],
    [refusal(403, 'bot was blocked by the user'), { kind: 'blocked' }],
    [refusal(400, 'chat not found'), { kind: 'failed', permanent: true }],
    [refusal(401), { kind: 'failed', permanent: false }],
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
