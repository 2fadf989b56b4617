import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { fetchFile } from '../../channels/http/fetch-file.ts';
import { agentStore } from '../../dynamo/agents.ts';
import { archiveStore } from '../../dynamo/archive.ts';
import { arrivalStore } from '../../dynamo/arrivals.ts';
import { auditStore } from '../../dynamo/audit.ts';
import { counterStore } from '../../dynamo/counters.ts';
import { customerStore } from '../../dynamo/customers.ts';
import { deskStore } from '../../dynamo/desk-lists.ts';
import { feedStore } from '../../dynamo/feed.ts';
import { healthStore } from '../../dynamo/health.ts';
import { outboxStore } from '../../dynamo/outbox.ts';
import { pointerStore } from '../../dynamo/pointers.ts';
import { presenceStore } from '../../dynamo/presence.ts';
import { proposalStore } from '../../dynamo/proposals.ts';
import { openTable } from '../../dynamo/table.ts';
import { ticketStore } from '../../dynamo/tickets.ts';
import { visitStore } from '../../dynamo/visits.ts';
import { newQueueSender } from '../../queue/queue-sender.ts';
import { newSecrets } from '../../secrets/secrets.ts';
import { newObjectStore } from '../../storage/object-store.ts';
import { newS3Client } from '../../storage/s3-client.ts';
import { newSignedLinks } from '../../storage/signed-links.ts';
import { newBookLoader } from '../book-loader.ts';
import { newPush } from '../push.ts';
import { remembered } from '../remembered.ts';
import { signingSecretsOf } from '../signing-secrets.ts';
import { loadSuggester } from '../suggester.ts';
import { newUploads } from '../uploads.ts';
import type { ApiDeps } from './api-deps.ts';
import { newQueueSwitch } from './desk/queue-switch.ts';
import type { ApiEnv } from './env.ts';
import { newSuppressionList } from './mail/suppression.ts';

/** Models are trained once a night. */
const modelMilliseconds = 10 * 60_000;

export const apiDeps = (env: ApiEnv): ApiDeps => {
  const table = openTable(env.TABLE_NAME);
  const desk = deskStore(table);
  const s3 = newS3Client();
  const files = newObjectStore(s3, env.FILES_BUCKET);
  const fileLinks = newSignedLinks(s3, env.FILES_BUCKET);
  const secrets = newSecrets({ client: new SecretsManagerClient(), now: Date.now });
  const signingSecrets = async () => signingSecretsOf(await secrets.read(env.SIGNING_SECRET_ARN));
  return {
    tickets: ticketStore(table),
    outbox: outboxStore(table),
    customers: customerStore(table),
    pointers: pointerStore(table),
    agents: agentStore(table),
    audit: auditStore(table),
    archive: archiveStore(table),
    desk,
    counters: counterStore(table),
    arrivals: arrivalStore(table),
    proposals: proposalStore(table),
    presence: presenceStore(table),
    loads: () => counterStore(table).loads(),
    work: () => counterStore(table).work(),
    feed: feedStore(table),
    health: healthStore(table),
    bookOf: newBookLoader(desk, env.DESK_SETTINGS),
    files,
    models: remembered(() => loadSuggester({ files, language: env.DESK_SETTINGS.language }), {
      milliseconds: modelMilliseconds,
      now: Date.now,
    }),
    fileLinks,
    rawLinks: newSignedLinks(s3, env.RAW_BUCKET),
    visits: visitStore(table),
    push: newPush(new ApiGatewayManagementApiClient({ endpoint: env.PUSH_ENDPOINT })),
    uploads: newUploads({ files, links: fileLinks, signingSecrets, now: Date.now }),
    enqueue: newQueueSender(new SQSClient(), env.INBOUND_QUEUE_URL),
    queueSwitch: newQueueSwitch({ ...s3, mappings: env.TOPIC_MAPPINGS, now: Date.now }),
    fetchImage: (url) => fetchFile(url, { maxBytes: 5 * 1024 * 1024, timeoutMs: 8_000 }),
    suppression: newSuppressionList({ send: s3.send, address: env.SUPPRESSION_LIST }),
    signingSecrets,
    now: () => new Date().toISOString(),
    settings: {
      ...env.DESK_SETTINGS,
      topics: Object.keys(env.TOPIC_MAPPINGS),
      firstAdmin: env.FIRST_ADMIN,
      pushUrl: env.PUSH_URL,
      appUrl: env.APP_URL.replace(/\/$/, ''),
    },
  };
};
