import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { Place } from './arn.ts';
import { chaosOf } from './chaos.ts';
import { connectionsService } from './connections.ts';
import type { AwsServices, AwsServicesOptions } from './contract.ts';
import { openDatabase } from './dynamodb/open-database.ts';
import { lockFolder } from './folder-lock.ts';
import { openKeyring } from './gateway/keys.ts';
import { serveGateway } from './gateway/server.ts';
import { accessOf, operatorName } from './iam/access.ts';
import { lambdaService } from './mappings.ts';
import { objectAccess } from './s3/object-access.ts';
import { openObjectStore } from './s3/object-store.ts';
import { s3Service } from './s3/service.ts';
import { openSecretStore } from './secrets/secret-store.ts';
import { secretsService } from './secrets/service.ts';
import { openOutbox } from './ses/outbox.ts';
import { sesService } from './ses/service.ts';
import { openSuppressionList } from './ses/suppression.ts';
import { snsService } from './sns/service.ts';
import { openTopics } from './sns/topics.ts';
import { queueAccess } from './sqs/queue-access.ts';
import { openQueues } from './sqs/queues.ts';
import { sqsService } from './sqs/service.ts';

/** Starts every stand-in behind one loopback address. */
export async function startAwsServices(options: AwsServicesOptions): Promise<AwsServices> {
  const { dataFolder, callbacks, warn = console.warn } = options;
  const place: Place = { region: options.region, account: options.account };
  mkdirSync(dataFolder, { recursive: true });
  const unlockFolder = lockFolder(dataFolder);
  const chaos = chaosOf(options.chaos);
  const keyring = openKeyring(dataFolder);
  const access = accessOf(place, options.roles);
  // Known before the first request: a key works only once it was made.
  for (const { name } of options.roles) keyring.credentialsOf(name);
  const operator = keyring.credentialsOf(operatorName);

  const queues = openQueues(dataFolder, options.queues, chaos);
  const topics = openTopics(dataFolder, options.topics, { queues, place });
  const objects = openObjectStore(dataFolder);
  const secrets = openSecretStore(dataFolder, options.secrets);
  const outbox = openOutbox(dataFolder);
  const database = await openDatabase({ ...options, place, chaos, warn });

  let endpoint = '';
  const s3 = s3Service(objects, options.buckets, callbacks.objectCreated);
  const server = serveGateway({
    services: {
      dynamodb: database.service,
      sqs: sqsService(queues, place, () => endpoint),
      s3,
      secretsmanager: secretsService(secrets, place),
      sns: snsService(topics),
      ses: sesService({
        place,
        identities: options.mailIdentities,
        outbox,
        suppressed: openSuppressionList(dataFolder),
        mailEvent: callbacks.mailEvent,
        relay: options.relay,
        warn,
      }),
      'execute-api': connectionsService(callbacks, place),
      lambda: lambdaService(callbacks, place),
    },
    unsigned: { ...s3, isMine: (request) => request.method === 'OPTIONS' },
    keyring,
    access,
    chaos,
    warn,
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening').catch(async (error: unknown) => {
    await database.stop();
    unlockFolder();
    throw error;
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No address.');
  endpoint = `http://127.0.0.1:${address.port}`;

  async function stop(): Promise<void> {
    queues.close();
    server.close();
    server.closeAllConnections();
    await database.stop();
    objects.close();
    unlockFolder();
  }
  let stopped: Promise<void> | undefined;

  return {
    endpoint,
    operator,
    credentialsOf: keyring.credentialsOf,
    isAllowed: access.isAllowed,
    grants: access.report,
    queues: queueAccess(queues),
    streamOf: database.streamOf,
    objects: objectAccess(objects, callbacks.objectCreated),
    publish: topics.publish,
    secretValue: (name) => secrets.get(name)?.value,
    outbox,
    stop: () => (stopped ??= stop()),
  };
}
