import type { TopicJob } from '../../../schemas/queue.ts';
import { ourMailOf } from '../../channels/mail/our-mail.ts';
import type { RawLetter } from '../../channels/outgoing.ts';
import { defaultAlerts } from '../../desk/defaults/alerts.ts';
import { defaultClassifier } from '../../desk/defaults/classifier.ts';
import { defaultLines } from '../../desk/defaults/lines.ts';
import { defaultTiers } from '../../desk/defaults/tiers.ts';
import type { StoredAgent } from '../../desk/people-stores.ts';
import { bookOf } from '../../desk/promises/book.ts';
import { defaultCalendars, defaultPromises } from '../../desk/promises/defaults.ts';
import type { DeliverDeps } from '../../entry/deliver/deliver-deps.ts';
import { describedTopics } from '../../entry/desk-topics.ts';
import type { DeskVariable } from '../../entry/desk-variable.ts';
import type { DispatchDeps } from '../../entry/dispatch/dispatch-deps.ts';
import type { IntakeDeps } from '../../entry/intake/intake-deps.ts';
import { type MemoryDesk, memoryDesk } from './memory-desk.ts';
import { type MemoryFiles, memoryFiles } from './memory-files.ts';
import { standingsOf } from './standings.ts';

/** Nothing is called while a desk is seeded: `fetch` answers itself. */
const seedBases = {
  telegram: 'https://telegram.invalid',
  graph: 'https://graph.invalid',
  instagram: 'https://instagram.invalid',
  viber: 'https://viber.invalid',
  vk: 'https://vk.invalid',
  ok: 'https://ok.invalid',
  twilio: 'https://twilio.invalid',
  slack: 'https://slack.invalid',
} as const;

/** What stories happen in: the desk's own functions on stores in memory, and a clock that is set by hand. */
export type World = {
  readonly desk: MemoryDesk;
  readonly raw: MemoryFiles;
  readonly files: MemoryFiles;
  readonly rawBucket: string;
  readonly settings: DeskVariable;
  readonly topics: readonly string[];
  readonly secret: string;
  readonly agents: readonly StoredAgent[];
  readonly intake: IntakeDeps;
  readonly dispatch: DispatchDeps;
  readonly deliver: DeliverDeps;
  /** Jobs that intake gave to topics' queues. */
  readonly topicJobs: TopicJob[];
  /** Files that Telegram keeps until somebody fetches them, by `file_id`. */
  readonly telegramFiles: Map<string, Uint8Array>;
  /** SES's id of the newest mail to a ticket, for answers to it. */
  readonly sentIds: Map<string, string>;
  readonly book: ReturnType<typeof bookOf>;
  /** Epoch milliseconds; moved by the story that is told. */
  readonly clock: { at: number };
  /** The present: what would come later is left out. */
  readonly until: number;
};

export type WorldParts = {
  readonly settings: DeskVariable;
  readonly topics: readonly string[];
  readonly secrets: readonly [string, ...string[]];
  readonly rawBucket: string;
  readonly agents: readonly StoredAgent[];
  /** First human number of the seed's tickets. */
  readonly firstNumber: number;
  readonly until: number;
};

export const newWorld = (parts: WorldParts): World => {
  const { settings, topics, secrets, agents, until, rawBucket } = parts;
  const [desk, raw, files] = [memoryDesk(standingsOf(agents)), memoryFiles(), memoryFiles()];
  const clock = { at: until };
  const now = () => new Date(clock.at).toISOString();
  const calendars = defaultCalendars(settings.timeZone);
  const lists = {
    topics: describedTopics(undefined, topics),
    lines: defaultLines,
    calendars,
    promises: defaultPromises,
    blocked: [],
    routing: { mode: 'first' as const, rules: [] },
    tiers: defaultTiers,
    peaks: [],
    alerts: defaultAlerts,
    roles: [],
    classifier: defaultClassifier,
  };
  const book = bookOf(defaultPromises, calendars);
  const topicJobs: TopicJob[] = [];
  const telegramFiles = new Map<string, Uint8Array>();
  const sentIds = new Map<string, string>();
  let number = parts.firstNumber;
  const shared = { tickets: desk.tickets, bookOf: async () => book, now };
  const intake: IntakeDeps = {
    ...shared,
    // What is told is messages: none of them is edited, joined with another or proves who somebody is.
    tickets: {
      ...desk.tickets,
      changeMessage: async () => 'missing',
      joinMessage: async () => 'stale',
    },
    customers: {
      findByIdentity: none,
      loadPerson: none,
      create: async () => 'stale',
      save: async () => 'stale',
      saveTogether: async () => 'stale',
    },
    sendOutboundJob: none,
    heard: none,
    nameOf: async () => undefined,
    pointers: desk.pointers,
    outbox: desk.outbox,
    numbers: { next: async () => number++ },
    agents: { findByEmail: async () => undefined },
    desk: { load: async () => undefined },
    lists: async () => ({
      ...lists,
      book: { rules: lists.routing, version: 0, matches: () => false },
    }),
    raw,
    files,
    download: async (ref) => telegramFiles.get(ref) ?? new Uint8Array(),
    sendTopicJob: async (_topic, job) => void topicJobs.push(job),
    our: async () => ourMailOf(settings, secrets),
    settings,
  };
  return {
    desk,
    raw,
    files,
    rawBucket,
    settings,
    topics,
    secret: secrets[0],
    agents,
    intake,
    dispatch: {
      ...shared,
      fuses: desk.fuses,
      unsubscribed: { has: async () => false },
      agents: {
        load: async (id) => agents.find((agent) => agent.id === id),
        list: async () => agents,
      },
      presence: { list: async () => [], load: none, save: async () => 'saved' },
      work: async () => ({ loads: [], isCounted: () => false }),
      expect: none,
      lists: async () => lists,
      settings,
    },
    deliver: deliverIn({ shared, desk, files, settings, secrets, agents, sentIds }),
    topicJobs,
    telegramFiles,
    sentIds,
    book,
    clock,
    until,
  };
};

type Delivering = Pick<World, 'desk' | 'files' | 'settings' | 'agents' | 'sentIds'> & {
  readonly shared: Pick<DeliverDeps, 'tickets' | 'bookOf' | 'now'>;
  readonly secrets: readonly string[];
};

/** Nobody is alerted of the past. */
const untold: DeliverDeps['alerts']['store'] = {
  claim: async () => 'finished',
  enter: async () => 'go',
  close: async () => [],
  putOff: async () => undefined,
  finish: async () => undefined,
};

/** Composes every answer as deliver does; only the last step, into the world, leads nowhere. */
const deliverIn = (parts: Delivering): DeliverDeps => {
  const { shared, desk, files, settings, secrets, agents, sentIds } = parts;
  let sent = 0;
  return {
    ...shared,
    outbox: {
      ...desk.outbox,
      findAlias: none,
    },
    agents: {
      load: async (id) => agents.find((agent) => agent.id === id),
      list: async () => agents,
    },
    files,
    mail: async ({ tags }: RawLetter) => {
      sent += 1;
      const id = sesIdOf(sent, tags['at'] ?? '0');
      sentIds.set(tags['ticket'] ?? '', id);
      return id;
    },
    fetch: async (url) => {
      sent += 1;
      return String(url).includes('/bot')
        ? Response.json({ ok: true, result: { message_id: 500_000 + sent } })
        : new Response(undefined, { status: 204 });
    },
    bases: seedBases,
    link: async (key) => `https://files.invalid/${key}`,
    secretOf,
    freshSecretOf: secretOf,
    hookUrl: (channel, id) => `https://${settings.domain}/hooks/${channel}/${id}`,
    customers: { findByIdentity: none, save: async () => 'saved' },
    turns: {
      take: async ({ now }) => now,
      close: none,
      closedUntil: none,
    },
    healthStore: { load: none, save: async () => 'saved' },
    health: { note: none, heard: none },
    putLater: none,
    desk: async () => ({
      deskName: settings.name,
      domain: settings.domain,
      connections: settings.connections,
      language: settings.language,
      signingSecrets: secrets,
      appUrl: `https://${settings.domain}`,
    }),
    timeZone: settings.timeZone,
    showAgain: async () => {},
    alerts: {
      appUrl: `https://${settings.domain}`,
      store: untold,
      policy: async () => defaultAlerts,
      secret: async () => ({}),
    },
  };
};

const secretOf = async () => ({
  botToken: '1:seed',
  webhookSecrets: [],
  secrets: [`whsec_${Buffer.alloc(24, 7).toString('base64')}`],
});

const none = async (): Promise<undefined> => undefined;

/** As SES shapes its ids: the moment in hexadecimal, then two counters. */
const sesIdOf = (count: number, atMilliseconds: string): string =>
  [
    `0107${Number(atMilliseconds).toString(16).padStart(12, '0')}`,
    count.toString(16).padStart(8, '0'),
    '4c1e-9b7d-5a0f3e8c2d61-000000',
  ].join('-');
