import { makePortal } from '../../functions/entry/portal/make-portal.ts';
import type { PortalDeps } from '../../functions/entry/portal/portal-deps.ts';
import { newUploads } from '../../functions/entry/uploads.ts';
import { FormRequest } from '../../schemas/queue.ts';
import { anHttpEvent } from './an-http-event.ts';
import { memoryFiles, memoryLinks } from './memory-files.ts';
import { memoryFuses } from './memory-fuses.ts';
import { memoryTickets } from './memory-tickets.ts';

export const portalNow = '2026-11-02T10:00:00.000Z';

/** The public API over stores of its own, at a fixed time: a form and a chat on www.kopilka.example. */
export const aPortal = (over: Partial<PortalDeps> = {}) => {
  const queue: string[] = [];
  const files = memoryFiles();
  const links = memoryLinks('files');
  const signingSecrets: PortalDeps['signingSecrets'] = async () => ['secret'];
  const portal = makePortal({
    desk: { loadAll: async () => ({}) },
    fuses: memoryFuses(),
    uploads: newUploads({ files, links, signingSecrets, now: () => Date.parse(portalNow) }),
    enqueue: async (body) => void queue.push(body),
    tickets: memoryTickets(),
    pointers: { lookUp: async () => ({ pointers: [] }) },
    workList: async () => ({ list: [], isCut: false }),
    unsubscribed: memoryUnsubscribed(),
    links,
    signingSecrets,
    connectionSecret: async () => ({ identitySecrets: ['an identity secret'] }),
    randomBytes: (count) => new Uint8Array(count).fill(7),
    now: () => portalNow,
    settings: {
      name: 'Kopilka',
      language: 'ru',
      timeZone: 'UTC',
      connections: [
        { id: 'site', channel: 'form', replyFrom: 'support' },
        {
          id: 'site-chat',
          channel: 'chat',
          name: 'Kopilka chat',
          topic: 'other',
          hosts: ['www.kopilka.example'],
          replyFrom: 'support',
        },
      ],
      topics: ['confirmation', 'other', 'bug'],
      appUrl: 'https://desk.example',
      pushUrl: 'wss://push.example/push',
      signIn: { issuer: 'https://issuer.example', clientId: 'desk' },
    },
    ...over,
  });
  const ask = async (request: Parameters<typeof anHttpEvent>[0]) => {
    const { statusCode, headers, body } = await portal(anHttpEvent(request));
    return { status: statusCode, headers, body: JSON.parse(body ?? '{}') };
  };
  return {
    portal,
    ask,
    send: async (request: Parameters<typeof anHttpEvent>[0]) => {
      const { status, body } = await ask(request);
      return { status, body };
    },
    queue,
    files,
    queued: () => queue.map((body) => FormRequest.parse(JSON.parse(body))),
  };
};

/** Who wants no automatic mail, for one test. */
export const memoryUnsubscribed = (): PortalDeps['unsubscribed'] => {
  const hashes = new Set<string>();
  return {
    has: async (hash) => hashes.has(hash),
    add: async (hash) => void hashes.add(hash),
  };
};
