import type { SocketEvent } from '../../functions/entry/chat/chat-deps.ts';
import { handleSocket } from '../../functions/entry/chat/handle-socket.ts';
import { signPushToken } from '../../functions/entry/push-token.ts';
import { newUploads } from '../../functions/entry/uploads.ts';
import { signVisitToken, type VisitorClaims } from '../../functions/entry/visit-token.ts';
import type { Agent } from '../../schemas/agent.ts';
import { ChatJob } from '../../schemas/chat.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { anAgent } from './a-ticket.ts';
import { memoryFiles, memoryLinks } from './memory-files.ts';
import { memoryFuses } from './memory-fuses.ts';
import { memoryVisits } from './memory-visits.ts';

export const socketAt = Date.parse('2026-11-02T10:00:00.000Z');
const secrets = ['secret'] as const;
export const chatOrigin = 'https://www.kopilka.example';

type Parts = { now?: number; ticket?: Ticket; agent?: Agent };

/** The WebSocket's function over stores of its own; `ticket` is that of every conversation, `agent` whoever has a screen. */
export const aSocket = ({
  now = socketAt,
  ticket,
  agent = anAgent({ id: 'agt_olga' }),
}: Parts = {}) => {
  const screens = new Map<string, string>();
  const visits = memoryVisits();
  const files = memoryFiles();
  const queue: string[] = [];
  const pushed: { to: string; message: { type: string } }[] = [];
  const gone = new Set<string>();
  const uploads = newUploads({
    files,
    links: memoryLinks('files'),
    signingSecrets: async () => secrets,
    now: () => now,
  });
  const handle = handleSocket({
    connections: {
      put: async ({ connectionId, agentId }) => void screens.set(connectionId, agentId),
      remove: async (connectionId) => void screens.delete(connectionId),
    },
    agents: { load: async (id) => (id === agent.id ? { ...agent, subjects: [] } : undefined) },
    desk: { load: async () => undefined },
    visits: { ...visits, agentAt: async (socketId) => screens.get(socketId) },
    tickets: { load: async (id) => (ticket?.id === id ? ticket : undefined) },
    pointers: {
      lookUp: async () => ({
        pointers: [],
        ...(ticket && { takenBy: { ticketId: ticket.id } }),
      }),
    },
    fuses: memoryFuses(),
    uploads,
    push: async (to, text) => {
      if (gone.has(to)) return 'gone';
      pushed.push({ to, message: JSON.parse(text) });
      return 'sent';
    },
    enqueue: async (body) => void queue.push(body),
    signingSecrets: async () => secrets,
    settings: {
      connections: [
        {
          id: 'site-chat',
          channel: 'chat',
          name: 'Chat',
          topic: 'other',
          hosts: ['www.kopilka.example'],
          replyFrom: 'support',
        },
      ],
      appUrl: 'https://desk.example',
    },
    now: () => now,
  });
  const say = (routeKey: string, rest: Partial<SocketEvent> = {}, connectionId = 'c1=') =>
    handle({ requestContext: { routeKey, connectionId }, ...rest });
  return {
    screens,
    visits,
    files,
    uploads,
    gone,
    pushed,
    queued: () => queue.map((body) => ChatJob.parse(JSON.parse(body))),
    say,
    /** What a frame is answered. */
    tell: async (frame: object, socketId = 'c1=') => {
      const { body } = await say('$default', { body: JSON.stringify(frame) }, socketId);
      return body === undefined ? undefined : (JSON.parse(body) as Record<string, unknown>);
    },
  };
};

export const aVisitor = (over: Partial<VisitorClaims> = {}): VisitorClaims => ({
  connectionId: 'site-chat',
  chat: 'v:0123456789abcdef',
  ...over,
});

export const withToken = (token: string, origin?: string): Partial<SocketEvent> => ({
  queryStringParameters: { token },
  ...(origin !== undefined && { headers: { Origin: origin } }),
});
export const agentToken = signPushToken('agt_olga', { secrets, now: socketAt });
export const visitToken = (visitor = aVisitor(), now = socketAt) =>
  signVisitToken(visitor, { secrets, now });
