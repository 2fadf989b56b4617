import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChatPush } from '../../schemas/chat.ts';
import { delayOf, type LineState, newLine } from './line.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A socket that does as it is told. */
class TestSocket {
  readyState = 0;
  readonly sent: string[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: () => void;

  send(text: string): void {
    this.sent.push(text);
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  close(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.onclose?.();
  }
}

const aLine = (address: () => Promise<string> = async () => 'wss://push.example') => {
  const sockets: TestSocket[] = [];
  const states: LineState[] = [];
  const heard: ChatPush[] = [];
  const line = newLine({
    address,
    hear: (message) => void heard.push(message),
    changed: (state) => void states.push(state),
    open: () => {
      const socket = new TestSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    random: () => 1,
  });
  const newest = () => sockets.at(-1);
  const connected = async () => {
    line.start();
    await vi.advanceTimersByTimeAsync(0);
    newest()?.opens();
  };
  return { line, sockets, states, heard, newest, connected };
};

describe('a line', () => {
  test('comes back after it broke, later each time', async () => {
    const { connected, newest, sockets, states } = aLine();
    await connected();

    newest()?.close();
    await vi.advanceTimersByTimeAsync(1_000);
    newest()?.close();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(sockets).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);

    expect(sockets).toHaveLength(3);
    expect(states).toEqual(['connecting', 'open', 'lost', 'connecting', 'lost', 'connecting']);
  });

  test('asks for an address before every attempt and goes on asking', async () => {
    let asked = 0;
    const { line, sockets } = aLine(async () => {
      asked += 1;
      if (asked < 3) throw new Error('network');
      return 'wss://push.example';
    });

    line.start();
    await vi.advanceTimersByTimeAsync(3_000);

    expect([asked, sockets.length]).toEqual([3, 1]);
  });

  test('pings, and begins anew when nothing answers', async () => {
    const { connected, newest, sockets } = aLine();
    await connected();

    await vi.advanceTimersByTimeAsync(240_000);
    expect(newest()?.sent).toEqual(['{"type":"ping"}']);
    await vi.advanceTimersByTimeAsync(15_000);

    expect(sockets).toHaveLength(2);
  });

  test('that answers stays', async () => {
    const { connected, newest, sockets } = aLine();
    await connected();

    await vi.advanceTimersByTimeAsync(240_000);
    newest()?.onmessage?.({ data: '{"type":"pong"}' });
    await vi.advanceTimersByTimeAsync(15_000);

    expect(sockets).toHaveLength(1);
  });

  test('does not hear the gateway’s own complaints', async () => {
    const { connected, newest, heard } = aLine();
    await connected();

    for (const data of ['', '{"message":"Internal server error"}', 'no JSON'])
      newest()?.onmessage?.({ data });

    expect(heard).toEqual([]);
  });

  test('says nothing while it is down', async () => {
    const { line, connected, newest } = aLine();
    await connected();
    newest()?.close();

    expect(line.send({ type: 'typing' })).toBe(false);
  });

  test('that was stopped stays down', async () => {
    const { line, connected, sockets } = aLine();
    await connected();

    line.stop();
    await vi.advanceTimersByTimeAsync(600_000);

    expect(sockets).toHaveLength(1);
  });
});

test.each([
  [0, 0, 500],
  [0, 1, 1_000],
  [3, 1, 8_000],
  [30, 1, 60_000],
])('attempt %i waits between half and all of its time', (attempt, random, milliseconds) => {
  expect(delayOf(attempt, random)).toBe(milliseconds);
});
