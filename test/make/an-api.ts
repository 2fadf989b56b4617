import type { StoredAgent } from '../../functions/desk/people-stores.ts';
import type { ApiDeps } from '../../functions/entry/api/api-deps.ts';
import { makeApi } from '../../functions/entry/api/make-api.ts';
import { newUploads } from '../../functions/entry/uploads.ts';
import { aBook } from './a-desk.ts';
import { aCustomer, anAgent } from './a-ticket.ts';
import { anHttpEvent } from './an-http-event.ts';
import { memoryAgents } from './memory-agents.ts';
import { memoryAudit } from './memory-audit.ts';
import { memoryCustomers } from './memory-customers.ts';
import { memoryFiles, memoryLinks } from './memory-files.ts';
import { memoryHealth } from './memory-health.ts';
import { memoryPresence } from './memory-presence.ts';
import { memoryTickets } from './memory-tickets.ts';

export const aStoredAgent = (over: Partial<StoredAgent> = {}): StoredAgent => {
  const agent = { ...anAgent(), subjects: [], ...over };
  return { ...agent, subjects: over.subjects ?? [`sub-${agent.id}`] };
};

/** The claims that the gateway's authorizer hands on for a person. */
export const claimsFor = (agent: StoredAgent): Record<string, string> => ({
  sub: agent.subjects[0] ?? `sub-${agent.id}`,
  email: agent.email,
  email_verified: 'true',
  name: agent.name,
});

export type Answer = { readonly status: number; readonly body: Record<string, unknown> };

/** The staff API over stores of its own, at a fixed time. */
export const anApi = (people: readonly StoredAgent[], over: Partial<ApiDeps> = {}) => {
  const tickets = memoryTickets();
  const files = memoryFiles();
  const paused = new Set<string>();
  const enqueued: string[] = [];
  const agents = memoryAgents(...people);
  const now = '2026-11-02T10:00:00.000Z';
  const audit = memoryAudit();
  const deps: ApiDeps = {
    audit,
    archive: { opened: async () => undefined, newest: async () => [] },
    tickets,
    outbox: { moveDelivery: tickets.moveDelivery, findAlias: async () => undefined },
    pointers: { lookUp: async () => ({ pointers: [] }), movePointer: async () => 'saved' },
    enqueue: async (body) => void enqueued.push(body),
    customers: memoryCustomers(aCustomer()),
    agents,
    desk: { load: async () => undefined, loadAll: async () => ({}), save: async () => 'saved' },
    models: async () => undefined,
    counters: { queues: async () => [] },
    arrivals: { days: async () => [], recent: async () => undefined },
    proposals: { dismissed: async () => [], dismiss: async () => undefined },
    presence: memoryPresence(),
    loads: async () => [],
    work: async () => ({ loads: [], isCounted: () => false }),
    feed: { since: async () => ({ tickets: [], cursor: 'c1', isGap: true }) },
    health: memoryHealth(),
    bookOf: async () => aBook(),
    files,
    fileLinks: memoryLinks('files'),
    rawLinks: memoryLinks('raw'),
    visits: { socketsOf: async () => [] },
    push: async () => 'sent',
    uploads: newUploads({
      files,
      links: memoryLinks('files'),
      signingSecrets: async () => ['secret'],
      now: () => Date.parse(now),
    }),
    queueSwitch: {
      paused: async () => paused,
      set: async (topic, isPaused) => void (isPaused ? paused.add(topic) : paused.delete(topic)),
    },
    fetchImage: async () => {
      throw new Error('no test of this asks for pictures');
    },
    suppression: {
      list: async () => ({ suppressed: [] }),
      put: async () => undefined,
      remove: async () => false,
    },
    signingSecrets: async () => ['secret'],
    now: () => now,
    settings: {
      name: 'Kopilka',
      domain: 'desk.example',
      language: 'en',
      timeZone: 'UTC',
      connections: [],
      topics: ['payouts', 'bug'],
      firstAdmin: 'boss@desk.example',
      appUrl: 'https://desk.example',
      pushUrl: 'wss://push.example/push',
    },
    ...over,
  };
  const api = makeApi(deps);
  const send = async (
    request: Partial<Parameters<typeof anHttpEvent>[0]> & { method: string; path: string },
  ): Promise<Answer> => {
    const answer = await api(anHttpEvent(request));
    return { status: answer.statusCode ?? 0, body: JSON.parse(answer.body ?? '{}') };
  };
  return { deps, audit, tickets, files, agents, paused, enqueued, now, send };
};
