import type { RawLetter } from '../../functions/channels/outgoing.ts';
import { defaultAlerts } from '../../functions/desk/defaults/alerts.ts';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { alertStore } from '../../functions/dynamo/alerts.ts';
import { customerStore } from '../../functions/dynamo/customers.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { healthStore } from '../../functions/dynamo/health.ts';
import { outboxStore } from '../../functions/dynamo/outbox.ts';
import type { Table } from '../../functions/dynamo/table.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { turnStore } from '../../functions/dynamo/turns.ts';
import { newBookLoader } from '../../functions/entry/book-loader.ts';
import { newHealthNotes } from '../../functions/entry/connection-health.ts';
import type { DeliverDeps } from '../../functions/entry/deliver/deliver-deps.ts';
import type { OutboundJob } from '../../schemas/queue.ts';
import { testConnections, testSecret } from './an-intake.ts';
import { memoryFiles } from './memory-files.ts';
import { testBases } from './provider-bases.ts';

export type TestDeliverer = DeliverDeps & {
  /** Mail that left. */
  readonly letters: RawLetter[];
  /** Requests that left: address and body. */
  readonly requests: { readonly url: string; readonly body: unknown }[];
  /** Seconds after which the queue was told to show a job again. */
  readonly shownAgain: number[];
  /** Jobs put back on the queue to be seen later. */
  readonly later: { readonly job: OutboundJob; readonly seconds: number }[];
};

type Over = Partial<Omit<DeliverDeps, 'alerts'>> & {
  readonly alerts?: Partial<DeliverDeps['alerts']>;
  /** What the channel's server answers; 200 and a Telegram message unless told. */
  readonly answer?: () => Response | Promise<Response>;
};

const telegramAnswer = () => Response.json({ ok: true, result: { message_id: 900 } });

/** Deliver on a real table, with a post office of one test. */
export function aDeliverer(
  table: Table,
  { answer = telegramAnswer, alerts, ...over }: Over = {},
): TestDeliverer {
  const letters: RawLetter[] = [];
  const requests: TestDeliverer['requests'][number][] = [];
  const shownAgain: number[] = [];
  const later: TestDeliverer['later'][number][] = [];
  const now = over.now ?? (() => '2026-11-22T11:00:00.000Z');
  const health = healthStore(table);
  const secretOf = async () => ({
    botToken: '1234567:abc',
    webhookSecrets: ['hook-secret'],
    secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  });
  return {
    letters,
    requests,
    shownAgain,
    later,
    customers: customerStore(table),
    turns: turnStore(table),
    healthStore: health,
    health: newHealthNotes({ health, now }),
    tickets: ticketStore(table),
    outbox: outboxStore(table),
    agents: agentStore(table),
    bookOf: newBookLoader(deskStore(table), { timeZone: 'UTC' }),
    files: memoryFiles(),
    mail: async (letter) => {
      letters.push(letter);
      return `ses-${letters.length}`;
    },
    fetch: async (url, init) => {
      requests.push({ url: String(url), body: init?.body });
      return answer();
    },
    bases: testBases,
    link: async (key) => `https://files.example/${key}`,
    secretOf,
    freshSecretOf: secretOf,
    hookUrl: (channel, id) => `https://desk.example/hooks/${channel}/${id}`,
    desk: async () => ({
      deskName: 'Kopilka',
      domain: 'desk.example',
      connections: testConnections,
      language: 'en',
      signingSecrets: [testSecret],
      appUrl: 'https://desk.example',
    }),
    timeZone: 'UTC',
    showAgain: async (_handle, seconds) => void shownAgain.push(seconds),
    putLater: async (job, seconds) => void later.push({ job, seconds }),
    alerts: {
      appUrl: 'https://desk.example',
      store: alertStore(table),
      policy: async () => ({ ...defaultAlerts, digestAbove: 100 }),
      secret: async () => ({}),
      ...alerts,
    },
    now,
    ...over,
  };
}
