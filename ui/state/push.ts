import { signal } from '@preact/signals';
import type { PushMessage, ScreenFrame } from '../../schemas/push.ts';
import { call } from './desk.ts';

/** The line has been down for so long that a person should know. */
export const isLost = signal(false);
/** Warnings and breaches of this visit, newest first. */
export const alerts = signal<Alert[]>([]);
type Alert = Extract<PushMessage, { type: 'alert' }>;

type Changed = Extract<PushMessage, { type: 'changed' }>['tickets'];
type Listener = (tickets: Changed | 'gap') => void;

const listeners = new Set<Listener>();
/** Hears of changed tickets; `'gap'` means: whatever you show may be old, read it again. */
export const onChange = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const tell = (tickets: Changed | 'gap') => {
  for (const listener of listeners) listener(tickets);
};

/** A line that comes back within this is nobody's concern, milliseconds. */
const patience = 4_000;
let losing: ReturnType<typeof setTimeout> | undefined;
const notice = (isLive: boolean) => {
  if (isLive) {
    clearTimeout(losing);
    losing = undefined;
    isLost.value = false;
  } else
    losing ??= setTimeout(() => {
      isLost.value = true;
    }, patience);
};

const hearers = new Set<(message: PushMessage) => void>();
/** Hears everything that is pushed. */
export const onPush = (hearer: (message: PushMessage) => void): void => {
  hearers.add(hearer);
};
const reconnected = new Set<() => void>();
/** Called each time the line is there again: the other side has forgotten what was said before. */
export const onReconnect = (act: () => void): void => {
  reconnected.add(act);
};
/** Says something over the line, if it is there. */
export const say = (frame: ScreenFrame): void => {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
};

let cursor: string | undefined;
let socket: WebSocket | undefined;
let attempt = 0;

/** Marks where changes count from. Asked before the first screen reads, so that none falls between. */
export const beginChanges = async (): Promise<void> => {
  cursor = (await call('listChanges', { query: {} })).cursor;
};

/** Asks what changed while the line was down: one request, whatever happened. */
const catchUp = async (): Promise<void> => {
  const answer = await call('listChanges', { query: { since: cursor } });
  cursor = answer.cursor;
  if (answer.isGap) tell('gap');
  else if (answer.tickets.length > 0) tell(answer.tickets);
};

/** A reminder takes the place of what it reminds of. */
const isOther = (message: Alert) => (alert: Alert) =>
  alert.ticketId !== message.ticketId ||
  alert.kind !== message.kind ||
  alert.dueAt !== message.dueAt;

const hear = (event: MessageEvent<string>) => {
  // The answer to a frame that has none.
  if (event.data === '') return;
  const message = JSON.parse(event.data) as PushMessage;
  if (message.type === 'changed') {
    cursor = message.cursor;
    tell(message.tickets);
  }
  for (const hearer of hearers) hearer(message);
  if (message.type === 'alert')
    alerts.value = [message, ...alerts.value.filter(isOther(message))].slice(0, 50);
};

/** Waits 1, 2, 4 … 60 seconds with some chance in it, so that a thousand browsers do not return at once. */
const delay = () => Math.min(60_000, 1000 * 2 ** attempt++) * (0.5 + Math.random() / 2);

/** Opens the line for alerts and changes and keeps it open for as long as the page lives. */
export const connect = async (): Promise<void> => {
  try {
    const { url } = await call('openPush', { body: {} });
    socket = new WebSocket(url);
  } catch {
    notice(false);
    setTimeout(() => void connect(), delay());
    return;
  }
  // API Gateway closes a line that says nothing for ten minutes.
  const ping = setInterval(() => {
    say({ type: 'ping' });
    void catchUp().catch(() => undefined);
  }, 240_000);
  socket.onopen = () => {
    attempt = 0;
    notice(true);
    for (const act of reconnected) act();
    void catchUp().catch(() => undefined);
  };
  socket.onmessage = hear;
  socket.onclose = () => {
    clearInterval(ping);
    notice(false);
    setTimeout(() => void connect(), delay());
  };
};

// A push is best effort; a person who comes back to the page sees how it is.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && cursor !== undefined) void catchUp().catch(() => undefined);
});
// The browser may know before the socket does.
addEventListener('offline', () => notice(false));
addEventListener('online', () => {
  attempt = 0;
  if (socket?.readyState === WebSocket.OPEN) notice(true);
  if (!socket || socket.readyState === WebSocket.CLOSED) void connect();
});
