import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { MessageView, TicketView } from '../../schemas/api/views.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { until } from './until.ts';

export type Answered<Body> = { readonly status: number; readonly body: Body };
/** What the API says when it refuses (RFC 9457). */
export type Refusal = {
  readonly code: string;
  readonly title: string;
  readonly changed?: string[];
};
type View = z.infer<typeof TicketView>;

/** An agent with a bearer token at the HTTP API. */
export type Staff = {
  readonly get: <Body>(path: string) => Promise<Answered<Body>>;
  readonly post: <Body>(path: string, body: unknown) => Promise<Answered<Body>>;
  readonly put: <Body>(path: string, body: unknown) => Promise<Answered<Body>>;
  readonly remove: <Body>(path: string) => Promise<Answered<Body>>;
  readonly view: (ticketId: string) => Promise<View>;
  /** `claim`, `status`, `snooze`, `topic` … on the ticket as it is now. */
  readonly act: <Body = { ticket: Ticket }>(
    ticketId: string,
    action: string,
    body?: Record<string, unknown>,
  ) => Promise<Answered<Body>>;
  /** Answers the newest public message; the reply's id. */
  readonly reply: (
    ticketId: string,
    reply: { text: string; attachments?: string[]; statusAfter?: string; clientId?: string },
  ) => Promise<Answered<{ ticket: Ticket; message: MessageView }>>;
  readonly messages: (ticketId: string) => Promise<readonly MessageView[]>;
  /** Puts a file as the browser does; its grant. */
  readonly upload: (file: { name: string; type: string; content: Buffer }) => Promise<string>;
  /** The ticket once it is as wanted. */
  readonly untilTicket: (
    ticketId: string,
    what: string,
    isSo: (view: View) => boolean,
  ) => Promise<View>;
};

const actTries = 8;

/** A strict one throws at every refusal, for walks in which nothing is refused. */
export type StaffOptions = { readonly isStrict?: boolean };

export function staffOf(
  baseUrl: string,
  token: string,
  { isStrict = false }: StaffOptions = {},
): Staff {
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(baseUrl + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const call = async <Body>(method: string, path: string, body?: unknown) => {
    const { status, text } = await ask(method, path, body);
    if (isStrict && status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return { status, body: (text ? JSON.parse(text) : undefined) as Body };
  };
  const get = <Body>(path: string) => call<Body>('GET', path);
  const post = <Body>(path: string, body: unknown) => call<Body>('POST', path, body);
  const view = async (ticketId: string): Promise<View> => {
    const { status, body } = await get<View>(`/api/tickets/${ticketId}`);
    if (status !== 200) throw new Error(`${ticketId}: ${status}`);
    return body;
  };
  return {
    get,
    post,
    put: (path, body) => call('PUT', path, body),
    remove: (path) => call('DELETE', path),
    view,
    act: async (ticketId, action, body = {}) => {
      const path = `/api/tickets/${ticketId}/${action}`;
      // The desk itself changes tickets too: whoever is told so looks again, as a screen does.
      for (let tries = 1; tries < actTries; tries += 1) {
        const { version } = (await view(ticketId)).ticket;
        const { status, text } = await ask('POST', path, { version, ...body });
        if (status < 300) return { status, body: JSON.parse(text) };
        if (!text.includes('"ticket.changed"')) break;
      }
      const { version } = (await view(ticketId)).ticket;
      return post(path, { version, ...body });
    },
    reply: async (ticketId, { attachments = [], clientId = randomUUID(), ...reply }) => {
      const path = `/api/tickets/${ticketId}/replies`;
      const bodyNow = async () => {
        const { lastPublicId: answersId } = (await view(ticketId)).ticket;
        return { clientId, answersId, attachments, ...reply };
      };
      // An acknowledgement may come in between: whoever is told so looks again and sends the same answer.
      for (let tries = 1; tries < actTries; tries += 1) {
        const { status, text } = await ask('POST', path, await bodyNow());
        if (status < 300) return { status, body: JSON.parse(text) };
        if (!text.includes('"reply.outdated"')) break;
      }
      return post(path, await bodyNow());
    },
    messages: async (ticketId) =>
      (await view(ticketId)).entries.filter((entry) => entry.type === 'message'),
    upload: async ({ name, type, content }) => {
      const { body } = await post<{ grant: string; url: string; headers: Record<string, string> }>(
        '/api/uploads',
        { name, type, size: content.length },
      );
      await putFile(body, content);
      return body.grant;
    },
    untilTicket: (ticketId, what, isSo) =>
      until(`${ticketId} ${what}`, async () => {
        const seen = await view(ticketId);
        return isSo(seen) && seen;
      }),
  };
}

/** @throws Error when the bucket refuses the file */
export async function putFile(
  { url, headers }: { url: string; headers: Record<string, string> },
  content: Buffer,
): Promise<void> {
  const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(content) });
  if (!answer.ok) throw new Error(`the file was refused: ${answer.status} ${await answer.text()}`);
}
