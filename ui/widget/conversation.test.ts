import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../schemas/chat.ts';
import {
  type Conversation,
  isWaiting,
  nextToSend,
  noConversation,
  type Pending,
  progressOf,
  unreadCount,
  withMessages,
  withPending,
  withRefusal,
  withStored,
} from './conversation.ts';

const at = (minute: number) => `2026-11-02T10:${String(minute).padStart(2, '0')}:00.000Z`;
const aMessage = (over: Partial<ChatMessage> = {}): ChatMessage => ({
  id: 'msg_1',
  at: at(1),
  by: 'agent',
  name: 'Ann',
  text: 'Hello',
  files: [],
  ...over,
});
const aPending = (over: Partial<Pending> = {}): Pending => ({
  clientMsgId: 'client-1',
  text: 'Where is it?',
  files: [],
  at: at(0),
  ...over,
});
const mine = (minute: number, over: Partial<ChatMessage> = {}) =>
  aMessage({ id: `msg_m${minute}`, at: at(minute), by: 'visitor', ...over });
const idsOf = ({ messages }: Conversation) => messages.map(({ id }) => id);

describe('what is told', () => {
  test('twice is shown once', () => {
    const once = withMessages(noConversation, [aMessage()]);

    expect(withMessages(once, [aMessage()])).toEqual(once);
  });

  test('in the wrong order stands in the order of time', () => {
    const later = withMessages(noConversation, [aMessage({ id: 'msg_3', at: at(3) })]);

    const both = withMessages(later, [aMessage({ id: 'msg_2', at: at(2) })]);

    expect(idsOf(both)).toEqual(['msg_2', 'msg_3']);
  });

  test('anew with other words replaces the old ones', () => {
    const first = withMessages(noConversation, [aMessage()]);

    const edited = withMessages(first, [aMessage({ text: 'Hello!', isEdited: true })]);

    expect(edited.messages).toMatchObject([{ text: 'Hello!', isEdited: true }]);
  });

  test('by a push does not move the cursor, so a lost push is found later', () => {
    const read = withMessages(noConversation, [aMessage()], 'tkt_1.4');

    expect(withMessages(read, [aMessage({ id: 'msg_9', at: at(9) })]).cursor).toBe('tkt_1.4');
  });

  test('by a push does not take the links to files', () => {
    const file = { name: 'a.pdf', type: 'application/pdf', size: 3 };
    const linked = aMessage({ files: [{ ...file, url: 'https://files.example/a' }] });
    const read = withMessages(noConversation, [linked]);

    expect(withMessages(read, [aMessage({ files: [file] })]).messages).toEqual([linked]);
  });
});

describe('a message on its way', () => {
  const waiting = withPending(noConversation, aPending());

  test('is sent in the order of writing, a refused one holds up nobody', () => {
    const two = withPending(waiting, aPending({ clientMsgId: 'client-2' }));

    expect(nextToSend(two)?.clientMsgId).toBe('client-1');
    expect(nextToSend(withRefusal(two, 'client-1', 'upload.missing'))?.clientMsgId).toBe(
      'client-2',
    );
  });

  test('is a message like any other once it is stored', () => {
    const stored = withStored(waiting, { clientMsgId: 'client-1', id: 'msg_7', at: at(1) });

    expect(stored.pending).toEqual([]);
    expect(stored.messages).toMatchObject([{ id: 'msg_7', by: 'visitor', text: 'Where is it?' }]);
  });

  test('has arrived when the history tells it, although the answer was lost', () => {
    const told = withMessages(waiting, [mine(1, { id: 'msg_7', clientMsgId: 'client-1' })]);

    expect(told.pending).toEqual([]);
    expect(withStored(told, { clientMsgId: 'client-1', id: 'msg_7', at: at(1) })).toBe(told);
  });

  test('answered twice stands once', () => {
    const answer = { clientMsgId: 'client-1', id: 'msg_7', at: at(1) };

    expect(withStored(withStored(waiting, answer), answer).messages).toHaveLength(1);
  });

  test('may be tried again after a refusal', () => {
    const refused = withRefusal(waiting, 'client-1', 'requests.too-many');

    expect(nextToSend(refused)).toBeUndefined();
    expect(nextToSend(withRefusal(refused, 'client-1', undefined))?.clientMsgId).toBe('client-1');
  });
});

describe('what the visitor is shown of it', () => {
  const talk = withMessages(noConversation, [mine(1), aMessage({ id: 'msg_2', at: at(2) })]);

  test('unread is what the desk said after the last look', () => {
    expect([unreadCount(talk), unreadCount(talk, at(1)), unreadCount(talk, at(2))]).toEqual([
      1, 1, 0,
    ]);
  });

  test('unread is no automatic message', () => {
    const robot = aMessage({ id: 'msg_r', at: at(4), by: 'desk' });

    expect(unreadCount(withMessages(talk, [robot]), at(2))).toBe(0);
  });

  test('an answer means that it was read', () => {
    expect(progressOf(talk)).toBe('read');
    expect(progressOf(withMessages(talk, [mine(3)]))).toBe('sent');
    expect(progressOf({ ...withMessages(talk, [mine(3)]), seenAt: at(4) })).toBe('read');
  });

  test('who spoke last waits, whatever the robot said since', () => {
    const robot = aMessage({ id: 'msg_r', at: at(4), by: 'desk' });

    expect(isWaiting(talk)).toBe(false);
    expect(isWaiting(withMessages(talk, [mine(3), robot]))).toBe(true);
  });
});
