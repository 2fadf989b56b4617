import { describe, expect, test } from 'vitest';
import type { Permission } from '../../../schemas/agent.ts';
import type { Endpoint } from '../../../schemas/api/endpoint.ts';
import { staffEndpoints } from '../../../schemas/api/index.ts';
import { AuditEntry } from '../../../schemas/audit.ts';
import { aPeak } from '../../../test/make/a-peak.ts';
import { aRequestTo } from '../../../test/make/a-request.ts';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { anApi, aStoredAgent, claimsFor } from '../../../test/make/an-api.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { messageFrom } from '../../desk/tickets/message.ts';
import type { ApiDeps } from './api-deps.ts';

const root = aStoredAgent({ id: 'agt_root', role: 'super-admin', email: 'root@desk.example' });
const boris = aStoredAgent({ id: 'agt_boris', email: 'boris@desk.example' });
const ticket = aTicket();
const question = {
  ...messageFrom(anInbound(), { ticketId: ticket.id, kind: 'customer', now: ticket.createdAt }),
  rawKey: 'mail/one',
};

type Name = (typeof staffEndpoints)[number]['name'];

/** Whose use is on record: changes of settings and people, and reads of what the screen does not show by itself. */
const onRecord: ReadonlySet<Permission | 'public'> = new Set([
  'settings.manage',
  'people.manage',
  'presence.manage',
  'customers.manage',
  'peaks.manage',
  'quarantine.manage',
  'connections.manage',
  'queues.control',
  'promises.apply',
  'raw-mail.read',
  'audit.export',
]);

/** Need such a permission and leave no line, with the reason. */
const exceptions: Partial<Record<Name, string>> = {
  listQuarantine: 'shows lists, which change nothing',
  listBlockedSenders: 'shows what the trail itself tells',
  listSuppressed: 'shows what the trail itself tells',
  listConnections: 'shows how connections are, without credentials',
  checkConnection: 'changes nothing: the connection is asked how it is',
  testConnection: 'sends one fixed text; the connection’s health keeps who asked',
  suggestPeaks: 'reads a file and answers it; nothing is saved',
  dismissProposal: 'puts a suggestion aside; no peak comes or goes',
  importHolidays: 'reads a file and answers it; nothing is saved',
};

/** Fields that schemas cannot say, for every endpoint. */
const known = {
  agentId: boris.id,
  topic: 'payouts',
  ticketId: ticket.id,
  messageId: question.id,
  occurredAt: question.occurredAt,
  customerId: ticket.customerId,
  email: 'new@desk.example',
  role: 'operator',
  address: 'kim@example.net',
  pattern: '@spam.example',
  peakId: 'sale',
  from: '2026-11-01T00:00:00.000Z',
  to: '2026-11-02T00:00:00.000Z',
};

/** Notes every audit entry that is handed to a store, alone or in the transaction of what it tells about. */
const watching = <Part extends object>(part: Part, seen: AuditEntry[]): Part =>
  new Proxy(part, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'function')
        return (...given: unknown[]): unknown => {
          seen.push(...given.flatMap((each) => AuditEntry.safeParse(each).data ?? []));
          return Reflect.apply(value, target, given);
        };
      return value;
    },
  });

/** The desk with the lists that are saved as they are. */
const aWatchedApi = () => {
  const seen: AuditEntry[] = [];
  const plain = anApi([root, boris]);
  plain.tickets.put(ticket, [question]);
  const blocked = [
    { pattern: '@spam.example', byId: root.id, byName: 'Root', at: plain.now, reason: '' },
  ];
  const peaks = [
    aPeak({ id: 'sale', from: '2026-11-02T09:00:00.000Z', to: '2026-11-03T09:00:00.000Z' }),
  ];
  const lists: Partial<Record<string, unknown>> = {
    blocked: { items: blocked, version: 1 },
    peaks: { items: peaks, version: 1 },
  };
  const desk: ApiDeps['desk'] = {
    ...plain.deps.desk,
    load: async (list) => lists[list] as never,
  };
  const parts = Object.entries({ ...plain.deps, desk }).map(([name, part]) => [
    name,
    typeof part === 'object' && !Array.isArray(part) && name !== 'settings'
      ? watching(part, seen)
      : part,
  ]);
  const api = anApi([root, boris], Object.fromEntries(parts) as ApiDeps);
  return { seen, ask: (request: Request) => api.send({ ...request, claims: claimsFor(root) }) };
};
type Request = { method: string; path: string; body?: unknown };

/** What must be said for anything to change. */
const bodies: Partial<Record<Name, object>> = {
  blockSender: { pattern: 'kim@example.net' },
  updateCustomer: { managerId: boris.id },
};

/** What an endpoint needs beyond the shortest request, or instead of it. */
const requestTo = async (
  endpoint: Endpoint,
  ask: ReturnType<typeof aWatchedApi>['ask'],
): Promise<Request> => {
  const { path } = endpoint;
  const list = /^\/api\/settings\/(\w+)$/.exec(path)?.[1];
  if (endpoint.method === 'PUT' && list) {
    const { body } = await ask({ method: 'GET', path: '/api/settings' });
    const { items, version } = body[list] as { items: unknown; version: number };
    return { method: 'PUT', path, body: { items, expects: version } };
  }
  const over = bodies[endpoint.name as Name];
  const request = aRequestTo(endpoint, known);
  return over ? { ...request, body: { ...request.body, ...over } } : request;
};

const recorded = staffEndpoints
  .filter(({ name, permission }) => onRecord.has(permission) && !Object.hasOwn(exceptions, name))
  .map((endpoint) => [endpoint.name, endpoint] as const);

describe.each(recorded)('%s', (_name, endpoint) => {
  test('is on record: who, what, when, from where', async () => {
    const { seen, ask } = aWatchedApi();

    const answer = await ask(await requestTo(endpoint, ask));

    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    expect(seen).toMatchObject([
      { by: { id: root.id, name: root.name }, from: '203.0.113.7', at: '2026-11-02T10:00:00.000Z' },
    ]);
    // A change tells what was and what is; a read has nothing to tell but itself.
    expect(seen[0]?.changes !== undefined).toBe(endpoint.method !== 'GET');
  });
});

test('the exceptions are endpoints that need such a permission', () => {
  const names = staffEndpoints
    .filter(({ permission }) => onRecord.has(permission))
    .map(({ name }) => name as string);

  expect(Object.keys(exceptions).filter((name) => !names.includes(name))).toEqual([]);
});
