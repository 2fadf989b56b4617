import { ourMailOf } from '../../functions/channels/mail/our-mail.ts';
import { defaultTopics } from '../../functions/desk/defaults/topics.ts';
import { agentStore } from '../../functions/dynamo/agents.ts';
import { customerStore } from '../../functions/dynamo/customers.ts';
import { deskStore } from '../../functions/dynamo/desk-lists.ts';
import { ticketNumbers } from '../../functions/dynamo/numbers.ts';
import { outboxStore } from '../../functions/dynamo/outbox.ts';
import { pointerStore } from '../../functions/dynamo/pointers.ts';
import type { Table } from '../../functions/dynamo/table.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { newBookLoader } from '../../functions/entry/book-loader.ts';
import type { IntakeDeps } from '../../functions/entry/intake/intake-deps.ts';
import type { Connection } from '../../schemas/connection.ts';
import type { OutboundJob, ReceivedMail, TopicJob } from '../../schemas/queue.ts';
import { memoryFiles } from './memory-files.ts';
import { noRules } from './no-rules.ts';

export const testSecret = 'a secret of 32 characters or more';

export const testConnections: readonly Connection[] = [
  {
    id: 'support',
    channel: 'mail',
    address: 'support@desk.example',
    name: 'Support',
    topic: 'other',
  },
  { id: 'sales', channel: 'mail', address: 'sales@desk.example', name: 'Sales', topic: 'other' },
  { id: 'form', channel: 'form', replyFrom: 'support' },
  { id: 'bot', channel: 'telegram', name: 'Bot', topic: 'other' },
  {
    id: 'shop',
    channel: 'webhook',
    name: 'Shop',
    topic: 'other',
    replyUrl: 'https://shop.example/replies',
  },
];

export type TestIntake = IntakeDeps & {
  readonly jobs: TopicJob[];
  readonly outboundJobs: OutboundJob[];
  readonly raw: ReturnType<typeof memoryFiles>;
  readonly files: ReturnType<typeof memoryFiles>;
};

/** Intake on a real table, with buckets and topic queues of one test. */
export function anIntake(table: Table, over: Partial<IntakeDeps> = {}): TestIntake {
  const jobs: TopicJob[] = [];
  const outboundJobs: OutboundJob[] = [];
  return {
    jobs,
    outboundJobs,
    tickets: ticketStore(table),
    pointers: pointerStore(table),
    outbox: outboxStore(table),
    customers: customerStore(table),
    sendOutboundJob: async (job) => void outboundJobs.push(job),
    heard: async () => {},
    nameOf: async () => undefined,
    numbers: ticketNumbers(table),
    agents: agentStore(table),
    desk: deskStore(table),
    bookOf: newBookLoader(deskStore(table), { timeZone: 'UTC' }),
    lists: async () => ({ topics: defaultTopics, blocked: [], book: noRules }),
    download: async () => Buffer.from('file'),
    sendTopicJob: async (_topic, job) => void jobs.push(job),
    our: async () =>
      ourMailOf({ domain: 'desk.example', connections: testConnections }, [testSecret]),
    settings: { connections: testConnections, reopenDays: 14 },
    now: () => '2026-11-22T10:00:01.000Z',
    ...over,
    raw: memoryFiles(),
    files: memoryFiles(),
  };
}

/** SES's notification of a mail that passed all its checks. */
export function aNotification(
  objectKey: string,
  over: Partial<ReceivedMail['receipt']> & { readonly source?: string } = {},
): ReceivedMail {
  const { source = 'ann@customer.example', ...receipt } = over;
  const pass = { status: 'PASS' };
  return {
    notificationType: 'Received',
    mail: {
      timestamp: '2026-11-22T10:00:00.000Z',
      source,
      messageId: objectKey,
      destination: ['support@desk.example'],
    },
    receipt: {
      timestamp: '2026-11-22T10:00:00.000Z',
      recipients: ['support@desk.example'],
      spamVerdict: pass,
      virusVerdict: pass,
      spfVerdict: pass,
      dkimVerdict: pass,
      dmarcVerdict: pass,
      action: { type: 'S3', bucketName: 'raw', objectKey },
      ...receipt,
    },
  };
}

type Mail = {
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
};

/** A customer's plain mail as bytes. */
export const aMail = (mail: Mail = {}): Buffer =>
  Buffer.from(
    [
      `From: ${mail.from ?? 'Ann Lee <ann@customer.example>'}`,
      `To: ${mail.to ?? 'support@desk.example'}`,
      `Subject: ${mail.subject ?? 'A question'}`,
      'Date: Sun, 22 Nov 2026 10:00:00 +0000',
      ...(mail.id === '' ? [] : [`Message-ID: <${mail.id ?? 'first@customer.example'}>`]),
      ...(mail.headers ?? []),
      '',
      mail.body ?? 'Where is it?',
    ].join('\r\n'),
  );
