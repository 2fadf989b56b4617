import { createHmac, randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type * as z from 'zod';
import type { openChat, readChat } from '../../schemas/api/chat.ts';
import type { ChatPush, ChatUser } from '../../schemas/chat.ts';
import { connectionSecrets } from './journey-secrets.ts';
import { until } from './until.ts';

export const chatPage = 'https://www.kopilka.example';
const connection = 'site-chat';

type Session = z.output<typeof openChat.output>;
type History = z.output<typeof readChat.output>;
type Answered<Body> = { readonly status: number; readonly body: Body; readonly headers: Headers };

/** What the page's server would sign. */
export const signedUser = (user: Omit<ChatUser, 'hash'>, secret?: string): ChatUser => ({
  ...user,
  hash: createHmac('sha256', secret ?? connectionSecrets['site-chat'].identitySecrets[0])
    .update(user.email === undefined ? user.id : `${user.id}\n${user.email}`)
    .digest('hex'),
});

/** Asks as a page does: across origins, without a preflight. */
export async function askChat<Body>(
  baseUrl: string,
  path: 'session' | 'history' | 'uploads',
  { body, origin = chatPage }: { readonly body: object; readonly origin?: string },
): Promise<Answered<Body>> {
  const answer = await fetch(`${baseUrl}/portal/chat/${path}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'text/plain;charset=UTF-8' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Body, headers: answer.headers };
}

/** The WebSocket of a page; `closed` with the status when the desk does not want it. */
export async function openSocket(
  url: string,
  origin: string | undefined = chatPage,
): Promise<{ readonly socket: WebSocket } | { readonly status: number }> {
  const socket = new WebSocket(url, origin === undefined ? {} : { origin });
  return new Promise((resolve) => {
    socket.once('open', () => resolve({ socket }));
    socket.once('unexpected-response', (_request, { statusCode }) =>
      resolve({ status: statusCode ?? 0 }),
    );
    socket.once('error', () => resolve({ status: 0 }));
  });
}

type WidgetOptions = {
  readonly token?: string;
  readonly user?: ChatUser;
  readonly language?: 'en' | 'ru';
};

/** A visitor's page that is connected: hears everything, says what it is told to. */
export async function aWidget(baseUrl: string, options: WidgetOptions = {}) {
  const { status, body: session } = await askChat<Session>(baseUrl, 'session', {
    body: { connection, ...options },
  });
  if (status !== 200) throw new Error(`session: ${status}`);
  const heard: ChatPush[] = [];
  const line = await openSocket(session.socketUrl);
  if (!('socket' in line)) throw new Error(`socket: ${line.status}`);
  const { socket } = line;
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString('utf8'))));
  const say = (frame: object) => socket.send(JSON.stringify(frame));
  return {
    session,
    heard,
    say,
    /** Says a message; what it was answered. */
    write: async (text: string, over: Record<string, unknown> = {}) => {
      const clientMsgId = String(over['clientMsgId'] ?? randomUUID());
      const before = heard.length;
      say({ type: 'message', clientMsgId, text, ...over });
      return until(`the answer to “${text}”`, () =>
        heard
          .slice(before)
          .find((push) => 'clientMsgId' in push && push.clientMsgId === clientMsgId),
      );
    },
    history: async (since?: string): Promise<History> => {
      const body = { token: session.token, ...(since !== undefined && { since }) };
      return (await askChat<History>(baseUrl, 'history', { body })).body;
    },
    /** As when the network goes: no goodbye. */
    kill: () => socket.terminate(),
  };
}
export type Widget = Awaited<ReturnType<typeof aWidget>>;
