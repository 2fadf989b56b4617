import { describe, expect, test } from 'vitest';
import type { Attachment } from '../../../../schemas/attachment.ts';
import type { Message } from '../../../../schemas/timeline.ts';
import { anOutgoing, portsAnswering } from '../../../../test/make/a-sending.ts';
import { sendInstagram } from '../../instagram/send.ts';
import { sendMessenger } from '../../messenger/send.ts';
import type { Send } from '../../outgoing.ts';

const page = {
  id: 'own',
  channel: 'messenger',
  name: 'Page',
  topic: 'other',
  pageId: '1',
} as const;
const account = {
  id: 'own',
  channel: 'instagram',
  name: 'Account',
  topic: 'other',
  flavor: 'login',
  accountId: '2',
} as const;
const secret = { accessToken: 'the-token', appSecrets: ['s'], verifyToken: 'v' };
const agent = { kind: 'agent', id: 'agt_anna', name: 'Anna' } as const;
const robot = { kind: 'robot', name: 'Desk' } as const;

const accepted = { recipient_id: '6100000001', message_id: 'm_out1' };
const refusal = (code: number, subcode?: number, message = 'No') =>
  Response.json(
    { error: { message, code, ...(subcode !== undefined && { error_subcode: subcode }) } },
    { status: 400 },
  );
const late = () => refusal(10, 2_018_278, 'This message is sent outside of allowed window.');

const file = (name: string, type: string, size = 5): Attachment => ({
  name,
  type,
  size,
  sha256: 'a'.repeat(64),
  key: `files/${name}`,
  kind: 'regular',
});

type Case = Partial<Message> & { readonly hoursSince?: number };
const hour = 3_600_000;

/** Sends an answer so many hours after the customer wrote. */
async function sending(
  send: Send,
  answers: readonly (object | Response | Error)[],
  { hoursSince = 1, ...over }: Case = {},
) {
  const outgoing = anOutgoing(send === sendMessenger ? page : account, '6100000001', {
    author: agent,
    ...over,
  });
  const { ports, calls } = portsAnswering(secret, answers);
  const now = Date.parse('2026-11-22T10:00:00.000Z');
  const lastInboundAt = new Date(now - hoursSince * hour).toISOString();
  const result = await send(
    { ...outgoing, ticket: { ...outgoing.ticket, lastInboundAt } },
    { ...ports, now: () => now },
  );
  return { result, calls, bodies: calls.map(({ body }) => body) };
}

describe('an answer by Messenger', () => {
  test('goes to the person with our message’s id', async () => {
    const { result, calls } = await sending(sendMessenger, [accepted]);

    expect(result).toEqual({
      kind: 'sent',
      providerId: 'm_out1',
      pointers: ['messenger|own|out|m_out1'],
    });
    expect(calls[0]).toMatchObject({
      url: 'https://graph.example/v25.0/me/messages',
      body: {
        recipient: { id: '6100000001' },
        messaging_type: 'RESPONSE',
        message: { text: 'Here it is.', metadata: expect.stringMatching(/^msg_/) },
      },
    });
    expect(calls[0]?.headers.get('authorization')).toBe('Bearer the-token');
  });

  test('sends files one by one after the text', async () => {
    const attachments = [file('a.png', 'image/png'), file('b.zip', 'application/zip')];

    const { bodies } = await sending(sendMessenger, [accepted], { attachments });

    expect(bodies).toMatchObject([
      { message: { text: 'Here it is.' } },
      {
        message: {
          attachment: { type: 'image', payload: { url: 'https://files.example/files/a.png' } },
        },
      },
      { message: { attachment: { type: 'file' } } },
    ]);
    expect(bodies[1]).not.toHaveProperty('message.text');
  });

  test('shows what it answers', async () => {
    const { bodies } = await sending(sendMessenger, [accepted], { inReplyTo: 'm_in1' });

    expect(bodies).toMatchObject([{ reply_to: { mid: 'm_in1' } }]);
  });
});

describe.each([
  ['Messenger', sendMessenger],
  ['Instagram', sendInstagram],
])('a quote by %s', (_name, send) => {
  test('that is refused is left out', async () => {
    const over = { inReplyTo: 'm_gone' };

    const { result, bodies } = await sending(send, [refusal(100), accepted], over);

    expect(result.kind).toBe('sent');
    expect(bodies[1]).not.toHaveProperty('reply_to');
  });
});

describe('an answer by Instagram', () => {
  test('goes to Instagram’s own host, without our id', async () => {
    const { result, calls } = await sending(sendInstagram, [accepted]);

    expect(result).toMatchObject({ kind: 'sent', pointers: ['instagram|own|out|m_out1'] });
    expect(calls[0]?.url).toBe('https://instagram.example/v25.0/me/messages');
    expect(calls[0]?.body).not.toHaveProperty('message.metadata');
  });

  test('goes to the page’s host when the account is behind a page', async () => {
    const { ports, calls } = portsAnswering(secret, [accepted]);

    await sendInstagram(anOutgoing({ ...account, flavor: 'page' }, '61'), ports);

    expect(calls[0]?.url).toBe('https://graph.example/v25.0/me/messages');
  });

  test('is cut by bytes, not by letters', async () => {
    const text = `${'слово '.repeat(150).trim()}. ${'👩‍👩‍👧'.repeat(60)}`;

    const { bodies } = await sending(sendInstagram, [accepted], { text });

    const texts = bodies.map((body) => (body as { message: { text: string } }).message.text);
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.every((part) => Buffer.byteLength(part) < 1000)).toBe(true);
    expect(texts.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(texts.every((part) => part.isWellFormed() && !/^\u200d|\u200d$/.test(part))).toBe(true);
  });

  test('says which file Instagram does not take, and sends the rest', async () => {
    const attachments = [
      file('a.png', 'image/png'),
      file('big.png', 'image/png', 9 * 1024 * 1024),
      file('b.zip', 'application/zip'),
    ];

    const { result, bodies } = await sending(sendInstagram, [accepted], { attachments });

    expect(bodies).toHaveLength(2);
    expect(result).toMatchObject({
      kind: 'sent',
      remark: expect.stringMatching(/big\.png, b\.zip/),
    });
  });

  test('fails for good when nothing of it can be sent', async () => {
    const attachments = [file('b.zip', 'application/zip')];

    const { result, calls } = await sending(sendInstagram, [accepted], { text: '', attachments });

    expect(result).toMatchObject({ kind: 'failed', permanent: true });
    expect(calls).toEqual([]);
  });
});

describe.each([
  ['Messenger', sendMessenger],
  ['Instagram', sendInstagram],
])('the windows of %s', (_name, send) => {
  const tagged = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };

  test('a person’s answer goes under the tag after 24 hours', async () => {
    const { result, bodies } = await sending(send, [accepted], { hoursSince: 25 });

    expect(bodies).toMatchObject([tagged]);
    expect(result.kind).toBe('sent');
  });

  test('a robot’s never does', async () => {
    const over = { hoursSince: 25, author: robot, kind: 'notice' } as const;

    const { result, bodies } = await sending(send, [late()], over);

    expect(bodies).toMatchObject([{ messaging_type: 'RESPONSE' }]);
    expect(result.kind).toBe('window-closed');
  });

  test('a person’s answer is tried under the tag when the window turned out closed', async () => {
    const { result, bodies } = await sending(send, [late(), accepted], { hoursSince: 23.99 });

    expect(bodies).toMatchObject([{ messaging_type: 'RESPONSE' }, tagged]);
    expect(result.kind).toBe('sent');
  });

  test('after seven days nothing is taken', async () => {
    const { result, bodies } = await sending(send, [late()], { hoursSince: 8 * 24 });

    expect(bodies).toHaveLength(1);
    expect(result.kind).toBe('window-closed');
  });

  test('without the permission for the tag the window is closed too', async () => {
    const answer = refusal(100, undefined, '(#100) Tag HUMAN_AGENT is not approved for the app');

    expect((await sending(send, [answer], { hoursSince: 25 })).result.kind).toBe('window-closed');
    const gone = refusal(100, 2_018_001, 'No matching user found');
    expect((await sending(send, [gone], { hoursSince: 25 })).result.kind).toBe('failed');
  });

  test.each([
    ['10/2018278', late(), { kind: 'window-closed' }],
    ['10/2534022', refusal(10, 2_534_022), { kind: 'window-closed' }],
    ['551/1545041', refusal(551, 1_545_041), { kind: 'blocked' }],
    [
      '200 of a person who is gone',
      refusal(200, undefined, "(#200) This person isn't receiving messages from you right now."),
      { kind: 'blocked' },
    ],
    ['200 of a permission', refusal(200), { kind: 'failed', permanent: true }],
    ['100/2018001', refusal(100, 2_018_001), { kind: 'failed', permanent: true }],
    ['100/2018034', refusal(100, 2_018_034), { kind: 'failed', permanent: true }],
    ['100/2018109', refusal(100, 2_018_109), { kind: 'failed', permanent: true }],
    ['10', refusal(10), { kind: 'failed', permanent: true }],
    ['368', refusal(368), { kind: 'failed', permanent: true }],
    ['190/463', refusal(190, 463), { kind: 'failed', permanent: false, isRevoked: true }],
    ['1200', refusal(1200), { kind: 'retry' }],
    ['2', refusal(2), { kind: 'retry' }],
    ['613', refusal(613), { kind: 'retry', isForAll: true }],
    ['4', refusal(4), { kind: 'retry', isForAll: true }],
    ['32', refusal(32), { kind: 'retry', isForAll: true }],
    [
      'an error that comes with 200',
      { error: { message: 'gone', code: 551, error_subcode: 1_545_041 } },
      { kind: 'blocked' },
    ],
    ['200 without an id', {}, { kind: 'unknown' }],
    ['502', new Response('bad gateway', { status: 502 }), { kind: 'retry' }],
  ])('%s ends as it means', async (_code, answer, result) => {
    const over = { author: robot, kind: 'notice' } as const;

    expect((await sending(send, [answer], over)).result).toMatchObject(result);
  });
});
