import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChatFrame } from '../../schemas/chat.ts';
import { noConversation } from './conversation.ts';
import { newKeeper } from './keeper.ts';
import { newOutbox } from './outbox.ts';
import { newStore } from './state.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const memoryStorage = () => {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  } as unknown as Storage;
};

/** An outbox whose line is up or down as told. */
const anOutbox = (storage = memoryStorage()) => {
  const keeper = newKeeper('site-chat', () => storage);
  const store = newStore({
    isOpen: true,
    phase: 'online',
    conversation: { ...noConversation, pending: keeper.read().pending ?? [] },
    isRead: true,
    isCut: false,
    name: 'Chat',
    isIdentified: false,
    uploads: [],
    unread: 0,
  });
  const line = { isUp: true, sent: [] as ChatFrame[], restarts: 0 };
  let count = 0;
  const outbox = newOutbox({
    store,
    keeper,
    send: (frame) => {
      if (line.isUp) line.sent.push(frame);
      return line.isUp;
    },
    silent: () => void (line.restarts += 1),
    newId: () => `client-${++count}`,
  });
  const idsSent = () =>
    line.sent.map((frame) => ('clientMsgId' in frame ? frame.clientMsgId : frame.type));
  const stored = (clientMsgId: string) =>
    outbox.stored({ type: 'stored', clientMsgId, id: `msg_${clientMsgId}`, at: '2026-11-02' });
  return { outbox, store, line, keeper, storage, idsSent, stored };
};

describe('messages', () => {
  test('leave one at a time, in the order of writing', () => {
    const { outbox, idsSent, stored } = anOutbox();

    outbox.say('one', []);
    outbox.say('two', []);
    expect(idsSent()).toEqual(['client-1']);
    stored('client-1');

    expect(idsSent()).toEqual(['client-1', 'client-2']);
  });

  test('written without a line leave when it is back', () => {
    const { outbox, line, idsSent } = anOutbox();
    line.isUp = false;
    outbox.say('one', []);

    line.isUp = true;
    outbox.flush();

    expect(idsSent()).toEqual(['client-1']);
  });

  test('that were on their way when the line broke are sent again under the same id', () => {
    const { outbox, idsSent } = anOutbox();
    outbox.say('one', []);

    outbox.interrupted();
    outbox.flush();

    expect(idsSent()).toEqual(['client-1', 'client-1']);
  });

  test('without an answer for twenty seconds make the line begin anew', () => {
    const { outbox, line } = anOutbox();
    outbox.say('one', []);

    vi.advanceTimersByTime(20_000);

    expect(line.restarts).toBe(1);
  });

  test('outlive the page', () => {
    const { outbox, line, storage } = anOutbox();
    line.isUp = false;
    outbox.say('one', []);

    const next = anOutbox(storage);
    next.outbox.flush();

    expect(next.line.sent).toMatchObject([{ clientMsgId: 'client-1', text: 'one' }]);
    next.stored('client-1');
    expect(next.keeper.read().pending).toEqual([]);
  });

  test('are kept with the reason when they are refused, and do not hold up the next', () => {
    const { outbox, store, idsSent } = anOutbox();
    outbox.say('one', []);
    outbox.say('two', []);

    outbox.refused({ type: 'refused', clientMsgId: 'client-1', code: 'upload.missing' });

    expect(store.state().conversation.pending[0]?.refusal).toBe('upload.missing');
    expect(idsSent()).toEqual(['client-1', 'client-2']);
  });
});

describe('an address for answers by mail', () => {
  test('goes with the next message, not before anything was said', () => {
    const { outbox, line } = anOutbox();
    outbox.giveEmail('olya@example.net');
    expect(line.sent).toEqual([]);

    outbox.say('one', []);

    expect(line.sent).toMatchObject([{ type: 'message', email: 'olya@example.net' }]);
  });

  test('given after a message is told by itself, once it was taken', () => {
    const { outbox, idsSent, line, stored } = anOutbox();
    outbox.say('one', []);
    stored('client-1');

    outbox.giveEmail('olya@example.net');
    stored('client-2');
    outbox.flush();

    expect(idsSent()).toEqual(['client-1', 'client-2']);
    expect(line.sent[1]).toMatchObject({ type: 'contact', email: 'olya@example.net' });
  });
});

test('a browser that forbids storage is served for as long as the page lives', () => {
  const forbidden = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const keeper = newKeeper('site-chat', forbidden);

  keeper.write({ token: 'one' });

  expect(keeper.read()).toEqual({ token: 'one' });
});
