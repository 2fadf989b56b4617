import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { TopicJob } from '../../../schemas/queue.ts';
import { ourMailOf } from '../../channels/mail/our-mail.ts';
import { agentStore } from '../../dynamo/agents.ts';
import { customerStore } from '../../dynamo/customers.ts';
import { deskStore } from '../../dynamo/desk-lists.ts';
import { healthStore } from '../../dynamo/health.ts';
import { ticketNumbers } from '../../dynamo/numbers.ts';
import { outboxStore } from '../../dynamo/outbox.ts';
import { pointerStore } from '../../dynamo/pointers.ts';
import { openTable } from '../../dynamo/table.ts';
import { ticketStore } from '../../dynamo/tickets.ts';
import { newBatchingSender } from '../../queue/batching-sender.ts';
import { newQueueSender } from '../../queue/queue-sender.ts';
import { newSecrets } from '../../secrets/secrets.ts';
import { clamdScanner } from '../../storage/clamd.ts';
import { newObjectStore } from '../../storage/object-store.ts';
import { newS3Client } from '../../storage/s3-client.ts';
import { newBookLoader } from '../book-loader.ts';
import { newHealthNotes } from '../connection-health.ts';
import { connectionSecretReader } from '../connection-secrets.ts';
import { remembered } from '../remembered.ts';
import { loadBook } from '../rule-book.ts';
import { signingSecretsOf } from '../signing-secrets.ts';
import { loadSuggester } from '../suggester.ts';
import { fileDownloader } from './download.ts';
import type { IntakeEnv } from './env.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { nameAsker } from './names.ts';

/** How long an edited topic may go unnoticed. */
const listMilliseconds = 10_000;

/** Models are trained once a night. */
const modelMilliseconds = 10 * 60_000;

/** Of one file; the function has a minute for its batch. */
const scanMilliseconds = 15_000;

export function intakeDeps(env: IntakeEnv): IntakeDeps {
  const { DESK_SETTINGS: settings, TOPIC_QUEUE_URLS: queueUrls } = env;
  const now = () => new Date().toISOString();
  const table = openTable(env.TABLE_NAME);
  const desk = deskStore(table);
  const s3 = newS3Client();
  const secrets = newSecrets({ client: new SecretsManagerClient(), now: Date.now });
  const sqs = new SQSClient();
  const sendOutbound = newQueueSender(sqs, env.OUTBOUND_QUEUE_URL);
  const secretOf = connectionSecretReader(secrets.read, env.CONNECTION_SECRETS);
  const { PROVIDER_BASES: bases } = env;
  const files = newObjectStore(s3, env.FILES_BUCKET);
  const models = remembered(() => loadSuggester({ files, language: settings.language }), {
    milliseconds: modelMilliseconds,
    now: Date.now,
  });
  const deployed = { topics: Object.keys(queueUrls), timeZone: settings.timeZone };
  return {
    tickets: ticketStore(table),
    pointers: pointerStore(table),
    outbox: outboxStore(table),
    customers: customerStore(table),
    heard: newHealthNotes({ health: healthStore(table), now }).heard,
    numbers: ticketNumbers(table),
    agents: agentStore(table),
    desk,
    bookOf: newBookLoader(desk, settings),
    lists: remembered(() => loadBook(desk, deployed, models), {
      milliseconds: listMilliseconds,
      now: Date.now,
    }),
    raw: newObjectStore(s3, env.RAW_BUCKET),
    files,
    download: fileDownloader({ secretOf, connections: settings.connections, bases }),
    nameOf: nameAsker({
      secretOf,
      connections: settings.connections,
      bases,
      fetch,
      now: Date.now,
    }),
    ...(env.FILE_SCANNER && {
      scan: clamdScanner({ ...env.FILE_SCANNER, timeoutMs: scanMilliseconds }),
    }),
    sendTopicJob: topicJobSender(sqs, queueUrls),
    sendOutboundJob: (job) => sendOutbound(JSON.stringify(job)),
    our: async () =>
      ourMailOf(settings, signingSecretsOf(await secrets.read(env.SIGNING_SECRET_ARN))),
    settings,
    now,
  };
}

/** A ticket may be older than the settings: a topic that is no longer deployed is served by the last one. */
function topicJobSender(client: SQSClient, urls: Readonly<Record<string, string>>) {
  const senders = new Map(
    Object.entries(urls).map(([topic, url]) => [topic, newBatchingSender(client, url)]),
  );
  const fallback = [...senders.values()].at(-1);
  return async (topic: string, job: TopicJob): Promise<void> => {
    const send = senders.get(topic) ?? fallback;
    if (!send) throw new Error('no topic has a queue');
    await send(JSON.stringify(job));
  };
}
