import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ChangeMessageVisibilityCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { sesTransport } from '../../channels/mail/ses.ts';
import { defaultAlerts } from '../../desk/defaults/alerts.ts';
import { agentStore } from '../../dynamo/agents.ts';
import { alertStore } from '../../dynamo/alerts.ts';
import { customerStore } from '../../dynamo/customers.ts';
import { deskStore } from '../../dynamo/desk-lists.ts';
import { healthStore } from '../../dynamo/health.ts';
import { outboxStore } from '../../dynamo/outbox.ts';
import { openTable, type Table } from '../../dynamo/table.ts';
import { ticketStore } from '../../dynamo/tickets.ts';
import { turnStore } from '../../dynamo/turns.ts';
import { newSecrets } from '../../secrets/secrets.ts';
import { newObjectStore } from '../../storage/object-store.ts';
import { newS3Client } from '../../storage/s3-client.ts';
import { newSignedLinks } from '../../storage/signed-links.ts';
import { newBookLoader } from '../book-loader.ts';
import { newHealthNotes } from '../connection-health.ts';
import { connectionSecretReader } from '../connection-secrets.ts';
import { remembered } from '../remembered.ts';
import { signingSecretsOf } from '../signing-secrets.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import type { DeliverEnv } from './env.ts';

export function deliverDeps(env: DeliverEnv): DeliverDeps {
  const { DESK_SETTINGS: settings, OUTBOUND_QUEUE_URL: QueueUrl } = env;
  const appUrl = env.APP_URL.replace(/\/$/, '');
  const table = openTable(env.TABLE_NAME);
  const sqs = new SQSClient();
  const s3 = newS3Client();
  const links = newSignedLinks(s3, env.FILES_BUCKET);
  const secrets = newSecrets({ client: new SecretsManagerClient(), now: Date.now });
  const health = healthStore(table);
  const now = () => new Date().toISOString();
  return {
    tickets: ticketStore(table),
    outbox: outboxStore(table),
    customers: customerStore(table),
    turns: turnStore(table),
    healthStore: health,
    health: newHealthNotes({ health, now }),
    agents: agentStore(table),
    bookOf: newBookLoader(deskStore(table), settings),
    files: newObjectStore(s3, env.FILES_BUCKET),
    mail: sesTransport(env.CONFIGURATION_SET),
    fetch,
    bases: env.PROVIDER_BASES,
    link: (key) => links.toFetch(key, 3600),
    secretOf: connectionSecretReader(secrets.read, env.CONNECTION_SECRETS),
    freshSecretOf: connectionSecretReader(secrets.readAnew, env.CONNECTION_SECRETS),
    hookUrl: (channel, connectionId) => `${appUrl}/hooks/${channel}/${connectionId}`,
    desk: async () => ({
      deskName: settings.name,
      domain: settings.domain,
      connections: settings.connections,
      language: settings.language,
      signingSecrets: signingSecretsOf(await secrets.read(env.SIGNING_SECRET_ARN)),
      appUrl: env.APP_URL,
    }),
    timeZone: settings.timeZone,
    showAgain: async (ReceiptHandle, VisibilityTimeout) => {
      await sqs.send(
        new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }),
      );
    },
    putLater: async (job, DelaySeconds) => {
      await sqs.send(
        new SendMessageCommand({
          QueueUrl,
          MessageBody: JSON.stringify(job),
          DelaySeconds,
          MessageGroupId: 'connectionId' in job ? job.connectionId : undefined,
        }),
      );
    },
    alerts: alertDeps(env, table, secrets),
    now,
  };
}

function alertDeps(
  env: DeliverEnv,
  table: Table,
  secrets: ReturnType<typeof newSecrets>,
): DeliverDeps['alerts'] {
  const desk = deskStore(table);
  const { ALERT_SECRET_ARN: arn } = env;
  const read = connectionSecretReader(secrets.read, arn === undefined ? {} : { alerts: arn });
  return {
    appUrl: env.APP_URL,
    store: alertStore(table),
    policy: remembered(async () => (await desk.load('alerts'))?.items ?? defaultAlerts, {
      milliseconds: 20_000,
      now: Date.now,
    }),
    webhookUrl: env.ALERT_WEBHOOK_URL,
    secret: () => read('alerts'),
  };
}
