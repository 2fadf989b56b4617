import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { newQueueSender } from '../../queue/queue-sender.ts';
import { newSecrets } from '../../secrets/secrets.ts';
import { newObjectStore } from '../../storage/object-store.ts';
import { newS3Client } from '../../storage/s3-client.ts';
import { connectionSecretReader } from '../connection-secrets.ts';
import type { HookEnv } from './env.ts';
import type { HookDeps } from './hook-deps.ts';

export function hookDeps(env: HookEnv): HookDeps {
  const secrets = newSecrets({ client: new SecretsManagerClient(), now: Date.now });
  return {
    connections: env.DESK_SETTINGS.connections,
    appUrl: env.APP_URL.replace(/\/$/, ''),
    secretOf: connectionSecretReader(secrets.read, env.CONNECTION_SECRETS),
    enqueue: newQueueSender(new SQSClient(), env.INBOUND_QUEUE_URL),
    raw: newObjectStore(newS3Client(), env.RAW_BUCKET),
    now: Date.now,
  };
}
