import type { Outgoing, SendPorts } from '../../functions/channels/outgoing.ts';
import { messageFrom } from '../../functions/desk/tickets/message.ts';
import type { Connection } from '../../schemas/connection.ts';
import type { Message } from '../../schemas/timeline.ts';
import { aTicket } from './a-ticket.ts';
import { anInbound } from './an-inbound.ts';
import { testBases } from './provider-bases.ts';

/** An agent's answer on its way to `address` of a connection. */
export function anOutgoing(
  connection: Connection,
  address: string,
  over: Partial<Message> = {},
): Outgoing {
  const { id: connectionId, channel } = connection;
  const ticket = aTicket({ channel, connectionId, replyTo: { address, cc: [] } });
  return {
    ticket,
    connection,
    message: {
      ...messageFrom(anInbound(), { ticketId: ticket.id, kind: 'customer', now: ticket.createdAt }),
      direction: 'out',
      kind: 'reply',
      channel,
      connectionId,
      address,
      text: 'Here it is.',
      ...over,
    },
    desk: {
      deskName: 'Kopilka',
      domain: 'desk.example',
      connections: [connection],
      language: 'en',
      signingSecrets: [],
      appUrl: 'https://desk.example',
    },
  };
}

export type SentCall = {
  readonly url: string;
  readonly headers: Headers;
  /** JSON parsed, forms as they are. */
  readonly body: unknown;
};

/** What a provider answers: JSON, a whole response, or the fetch's failure. The last one goes on. */
type Answered = object | Response | Error;

/** Ports to a provider that gives these answers in turn. */
export function portsAnswering(
  secret: unknown,
  answers: readonly Answered[],
): { readonly ports: SendPorts; readonly calls: readonly SentCall[] } {
  const calls: SentCall[] = [];
  const ports: SendPorts = {
    file: async () => Buffer.from('bytes'),
    mail: async () => '',
    fetch: async (url, init) => {
      const answer = answers[Math.min(calls.length, answers.length - 1)] ?? {};
      const { body } = init ?? {};
      const headers = new Headers(init?.headers);
      const isJson = headers.get('content-type')?.includes('json') && typeof body === 'string';
      calls.push({ url: String(url), headers, body: isJson ? JSON.parse(body) : body });
      if (answer instanceof Error) throw answer;
      return answer instanceof Response ? answer.clone() : Response.json(answer);
    },
    secret,
    bases: testBases,
    link: async (key) => `https://files.example/${key}`,
    hookUrl: (channel, id) => `https://desk.example/hooks/${channel}/${id}`,
    now: () => 0,
  };
  return { ports, calls };
}

/** A fetch that failed with a code of Node's. */
export const networkError = (code: string): Error =>
  Object.assign(new Error('fetch failed'), { cause: { code } });
