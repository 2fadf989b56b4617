import { describe, expect, test } from 'vitest';
import type { ChatJob } from '../../../schemas/chat.ts';
import type { Connection } from '../../../schemas/connection.ts';
import { chatOfUser } from './identity.ts';
import { parseChat } from './parse.ts';

const connections: readonly Connection[] = [
  {
    id: 'site-chat',
    channel: 'chat',
    name: 'Chat',
    topic: 'other',
    hosts: ['www.kopilka.example'],
    replyFrom: 'support',
  },
];
const chat = 'v:0123456789abcdefWXYZ';
const aJob = (over: Partial<ChatJob> = {}): ChatJob => ({
  kind: 'chat',
  connectionId: 'site-chat',
  chat,
  receivedAt: '2026-11-02T10:00:00.000Z',
  said: {
    type: 'message',
    clientMsgId: 'client-1',
    text: ' Hello\u0000\r\nthere ',
    attachments: [],
  },
  ...over,
});
const understood = async (over: Partial<ChatJob> = {}) =>
  parseChat({ job: aJob(over), connections });
const inbound = async (over: Partial<ChatJob> = {}) =>
  (await understood(over)).incoming[0]?.inbound;

describe('a visitor’s message', () => {
  test('belongs to its conversation and is known by the widget’s own id', async () => {
    expect(await inbound()).toMatchObject({
      kind: 'customer',
      idempotencyKey: `chat|site-chat|in|${chat}:client-1`,
      pointers: [`chat|site-chat|chat|${chat}`],
      leaves: [`chat|site-chat|chat|${chat}`],
      replyTo: { address: chat },
      text: 'Hello\nthere',
      sender: { externalId: chat, isVerified: false, name: 'Visitor #WXYZ' },
    });
  });

  test.each([
    ['en', 'Visitor #WXYZ'],
    ['ru', 'Посетитель #WXYZ'],
  ] as const)('of a stranger has a name in their language (%s)', async (language, name) => {
    expect((await inbound({ language }))?.sender.name).toBe(name);
  });

  test('of somebody the page vouches for carries the proof, and is found by the user on any device', async () => {
    const user = { id: '42', email: 'olya@example.net', name: 'Olya' };

    expect(await inbound({ user })).toMatchObject({
      provenUserId: '42',
      provenEmail: 'olya@example.net',
      mailTo: 'olya@example.net',
      sender: { name: 'Olya', isVerified: true },
      aliases: [`chat|site-chat|chat|${chatOfUser('site-chat', '42')}`],
    });
  });

  test('with a typed address goes on there, which proves nothing', async () => {
    const said = { ...aJob().said, email: 'Olya@Example.net' } as ChatJob['said'];

    const message = await inbound({ said });

    expect(message).toMatchObject({ mailTo: 'olya@example.net', typed: ['olya@example.net'] });
    expect(message?.provenEmail).toBeUndefined();
  });

  test('goes to the proven address rather than to a typed one', async () => {
    const said = { ...aJob().said, email: 'other@example.net' } as ChatJob['said'];

    const message = await inbound({ said, user: { id: '42', email: 'olya@example.net' } });

    expect(message).toMatchObject({ mailTo: 'olya@example.net', typed: ['other@example.net'] });
  });
});

describe('what is no message', () => {
  test('an address given later is kept for the record and answers nothing', async () => {
    const said = { type: 'contact', clientMsgId: 'client-2', email: 'olya@example.net' } as const;

    expect(await inbound({ said })).toMatchObject({
      kind: 'receipt',
      mailTo: 'olya@example.net',
      mayAcknowledge: false,
    });
  });

  test('a mark of reading concerns everything of ours until then', async () => {
    const until = '2026-11-02T09:59:00.000Z';

    expect(await understood({ said: { type: 'seen', what: 'read', until } })).toMatchObject({
      incoming: [],
      events: [
        { kind: 'watermark', receipt: 'read', chat: `chat|site-chat|chat|${chat}`, at: until },
      ],
    });
  });

  test.each([
    ['of a connection that was removed', { connectionId: 'gone' }, 'chat.connection-gone'],
    [
      'without words and files',
      { said: { type: 'message', clientMsgId: 'client-3', text: '\u0000 ', attachments: [] } },
      'chat.empty',
    ],
  ] as const)('a job %s is left and counted', async (_name, over, code) => {
    expect(await understood(over as Partial<ChatJob>)).toEqual({ incoming: [], ignored: [code] });
  });
});
