import { describe, expect, test } from 'vitest';
import {
  agentToken,
  aSocket,
  aVisitor,
  chatOrigin,
  visitToken,
  withToken,
} from '../../../test/make/a-socket.ts';
import { anAgent, aTicket } from '../../../test/make/a-ticket.ts';
import { chatUploadOwner } from '../chat-upload-owner.ts';

const chatTicket = aTicket({
  channel: 'chat',
  connectionId: 'site-chat',
  replyTo: { address: aVisitor().chat, cc: [] },
});

/** A visitor on `v1=` and a screen on `s1=`, both connected. */
const both = async (over: Parameters<typeof aSocket>[0] = { ticket: chatTicket }) => {
  const socket = aSocket(over);
  await socket.say('$connect', withToken(visitToken(), chatOrigin), 'v1=');
  await socket.say('$connect', withToken(agentToken), 's1=');
  return socket;
};
const aMessage = (over: object = {}) => ({
  type: 'message',
  clientMsgId: 'client-1',
  text: 'Where is my order?',
  ...over,
});

describe('a visitor’s message', () => {
  test('is on the queue before it is acknowledged', async () => {
    const socket = await both();

    const answer = await socket.tell(aMessage({ email: 'olya@example.net' }), 'v1=');

    expect(answer).toMatchObject({ type: 'stored', clientMsgId: 'client-1' });
    expect(socket.queued()).toMatchObject([
      {
        kind: 'chat',
        connectionId: 'site-chat',
        chat: aVisitor().chat,
        said: { type: 'message', text: 'Where is my order?', email: 'olya@example.net' },
      },
    ]);
  });

  test('sent again is answered with the same id', async () => {
    const socket = await both();

    const first = await socket.tell(aMessage(), 'v1=');
    const second = await socket.tell(aMessage(), 'v1=');

    expect(second).toEqual(first);
  });

  test('may name files of the conversation, which are kept first', async () => {
    const socket = await both();
    const file = { name: 'a.png', type: 'image/png', size: 3 };
    const { grant, url } = await socket.uploads.grant(file, chatUploadOwner(aVisitor()));
    await socket.files.put(new URL(url).pathname.slice(1), new Uint8Array([1, 2, 3]), 'image/png');

    await socket.tell(aMessage({ text: '', files: [grant] }), 'v1=');

    expect(socket.queued()[0]?.said).toMatchObject({ attachments: [{ name: 'a.png', size: 3 }] });
  });

  test.each([
    ['names a file of another conversation', { files: ['forged'] }, 'upload.invalid'],
    ['says nothing', { text: ' \n' }, 'message.empty'],
  ])('is refused with a code when it %s', async (_name, over, code) => {
    const socket = await both();

    const answer = await socket.tell(aMessage(over), 'v1=');

    expect(answer).toEqual({ type: 'refused', clientMsgId: 'client-1', code });
    expect(socket.queued()).toEqual([]);
  });

  test('is not heard from a socket that nobody knows', async () => {
    const socket = await both();

    expect(await socket.tell(aMessage(), 'x1=')).toBeUndefined();
    expect(await socket.tell(aMessage(), 's1=')).toBeUndefined();
    expect(socket.queued()).toEqual([]);
  });

  test('is refused after two hundred in an hour', async () => {
    const socket = await both();
    for (let index = 0; index < 200; index += 1)
      await socket.tell(aMessage({ clientMsgId: `client-${index}` }), 'v1=');

    expect(await socket.tell(aMessage({ clientMsgId: 'client-more' }), 'v1=')).toMatchObject({
      type: 'refused',
      code: 'requests.too-many',
    });
  });
});

describe('marks of reading', () => {
  test('go the way of the messages, never from the future', async () => {
    const socket = await both();
    const until = '2999-01-01T00:00:00.000Z';

    await socket.tell({ type: 'seen', what: 'read', until }, 'v1=');

    expect(socket.queued()[0]).toMatchObject({
      receivedAt: '2026-11-02T10:00:00.000Z',
      said: { type: 'seen', what: 'read', until: '2026-11-02T10:00:00.000Z' },
    });
  });

  test('are taken once a second', async () => {
    const socket = await both();
    const frame = { type: 'seen', what: 'read', until: '2026-11-02T09:00:00.000Z' };

    await Promise.all([socket.tell(frame, 'v1='), socket.tell(frame, 'v1=')]);

    expect(socket.queued()).toHaveLength(1);
  });
});

describe('a screen that shows a chat’s ticket', () => {
  const watch = { type: 'watch', ticketId: chatTicket.id };

  test('learns at once whether the visitor is there, and the visitor that somebody looks', async () => {
    const socket = await both();

    await socket.tell(watch, 's1=');

    expect(socket.pushed).toMatchObject([
      { to: 's1=', message: { type: 'presence', ticketId: chatTicket.id, isHere: true } },
      { to: 'v1=', message: { type: 'seen' } },
    ]);
  });

  test('sees the visitor type, once in two seconds', async () => {
    const socket = await both();
    await socket.tell(watch, 's1=');
    socket.pushed.length = 0;

    await socket.tell({ type: 'typing' }, 'v1=');
    await socket.tell({ type: 'typing' }, 'v1=');

    expect(socket.pushed).toEqual([
      { to: 's1=', message: { type: 'typing', ticketId: chatTicket.id } },
    ]);
    expect(socket.queued()).toEqual([]);
  });

  test('sees the visitor go with the last page, not before', async () => {
    const socket = await both();
    await socket.say('$connect', withToken(visitToken(), chatOrigin), 'v2=');
    await socket.tell(watch, 's1=');
    socket.pushed.length = 0;

    await socket.say('$disconnect', {}, 'v1=');
    expect(socket.pushed).toEqual([]);
    await socket.say('$disconnect', {}, 'v2=');

    expect(socket.pushed).toMatchObject([
      { to: 's1=', message: { type: 'presence', isHere: false } },
    ]);
  });

  test('hears nothing after it looked away', async () => {
    const socket = await both();
    await socket.tell(watch, 's1=');
    await socket.tell({ ...watch, type: 'unwatch' }, 's1=');
    socket.pushed.length = 0;

    await socket.tell({ type: 'typing' }, 'v1=');

    expect(socket.pushed).toEqual([]);
  });

  test('is forgotten when nobody is behind it', async () => {
    const socket = await both();
    await socket.tell(watch, 's1=');
    socket.gone.add('s1=');

    await socket.tell({ type: 'typing' }, 'v1=');

    expect(await socket.visits.watchersOf(chatTicket.id)).toEqual([]);
    expect(socket.screens.size).toBe(0);
  });
});

test('a visitor may not watch a ticket', async () => {
  const socket = await both();

  await socket.tell({ type: 'watch', ticketId: chatTicket.id }, 'v1=');

  expect(socket.pushed).toEqual([]);
  expect(await socket.visits.watchersOf(chatTicket.id)).toEqual([]);
});

test.each([
  ['whose scope the ticket is out of', { scope: { topics: ['refunds'] } }],
  ['whose access ended', { active: false }],
  ['whose role is gone', { role: 'night-shift' }],
])('an agent %s may not watch it', async (_who, over) => {
  const socket = await both({ ticket: chatTicket, agent: anAgent({ id: 'agt_olga', ...over }) });

  await socket.tell({ type: 'watch', ticketId: chatTicket.id }, 's1=');

  expect(socket.pushed).toEqual([]);
  expect(await socket.visits.watchersOf(chatTicket.id)).toEqual([]);
});
