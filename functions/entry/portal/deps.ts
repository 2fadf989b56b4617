import { randomBytes } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { TicketStore } from '../../desk/stores.ts';
import { deskStore } from '../../dynamo/desk-lists.ts';
import { fuseStore } from '../../dynamo/fuses.ts';
import { pointerStore } from '../../dynamo/pointers.ts';
import { openTable } from '../../dynamo/table.ts';
import { ticketStore } from '../../dynamo/tickets.ts';
import { unsubscribedStore } from '../../dynamo/unsubscribed.ts';
import { newQueueSender } from '../../queue/queue-sender.ts';
import { newSecrets } from '../../secrets/secrets.ts';
import { newObjectStore } from '../../storage/object-store.ts';
import { newS3Client } from '../../storage/s3-client.ts';
import { newSignedLinks } from '../../storage/signed-links.ts';
import { connectionSecretReader } from '../connection-secrets.ts';
import { remembered } from '../remembered.ts';
import { signingSecretsOf } from '../signing-secrets.ts';
import { newUploads } from '../uploads.ts';
import type { PortalEnv } from './env.ts';
import type { PortalDeps } from './portal-deps.ts';

/** How long a place in the queue may be old, and how much of a list is read for it. */
const workListMilliseconds = 10_000;
const workListLength = 100;

export const portalDeps = (env: PortalEnv): PortalDeps => {
  const table = openTable(env.TABLE_NAME);
  const s3 = newS3Client();
  const secrets = newSecrets({ client: new SecretsManagerClient(), now: Date.now });
  const signingSecrets = async () => signingSecretsOf(await secrets.read(env.SIGNING_SECRET_ARN));
  const tickets = ticketStore(table);
  const links = newSignedLinks(s3, env.FILES_BUCKET);
  return {
    desk: deskStore(table),
    fuses: fuseStore(table),
    uploads: newUploads({
      files: newObjectStore(s3, env.FILES_BUCKET),
      links,
      signingSecrets,
      now: Date.now,
    }),
    tickets,
    pointers: pointerStore(table),
    workList: workLists(tickets),
    unsubscribed: unsubscribedStore(table),
    links,
    signingSecrets,
    connectionSecret: connectionSecretReader(secrets.read, env.CONNECTION_SECRETS),
    randomBytes,
    enqueue: newQueueSender(new SQSClient(), env.INBOUND_QUEUE_URL),
    now: () => new Date().toISOString(),
    settings: {
      ...env.DESK_SETTINGS,
      topics: env.TOPICS,
      appUrl: env.APP_URL,
      pushUrl: env.PUSH_URL,
      signIn: env.SIGN_IN,
    },
  };
};

/** One query in ten seconds for each topic that somebody waits in. */
function workLists(tickets: Pick<TicketStore, 'listByTopic'>): PortalDeps['workList'] {
  const known = new Map<string, () => ReturnType<PortalDeps['workList']>>();
  return (topic) => {
    const ask =
      known.get(topic) ??
      remembered(() => read(topic), { milliseconds: workListMilliseconds, now: Date.now });
    known.set(topic, ask);
    return ask();
  };

  async function read(topic: string) {
    const { items, cursor } = await tickets.listByTopic({
      topic,
      group: 'active',
      limit: workListLength,
    });
    return { list: items, isCut: cursor !== undefined };
  }
}
