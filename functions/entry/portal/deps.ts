import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { deskStore } from '../../dynamo/desk-lists.ts';
import { fuseStore } from '../../dynamo/fuses.ts';
import { openTable } from '../../dynamo/table.ts';
import { newQueueSender } from '../../queue/queue-sender.ts';
import { newSecrets } from '../../secrets/secrets.ts';
import { newObjectStore } from '../../storage/object-store.ts';
import { newS3Client } from '../../storage/s3-client.ts';
import { newSignedLinks } from '../../storage/signed-links.ts';
import { newUploads } from '../uploads.ts';
import { signingSecretsOf } from '../signing-secrets.ts';
import type { PortalEnv } from './env.ts';
import type { PortalDeps } from './portal-deps.ts';

export const portalDeps = (env: PortalEnv): PortalDeps => {
  const table = openTable(env.TABLE_NAME);
  const s3 = newS3Client();
  const secrets = newSecrets({ client: new SecretsManagerClient(), now: Date.now });
  return {
    desk: deskStore(table),
    fuses: fuseStore(table),
    uploads: newUploads({
      files: newObjectStore(s3, env.FILES_BUCKET),
      links: newSignedLinks(s3, env.FILES_BUCKET),
      signingSecrets: async () => signingSecretsOf(await secrets.read(env.SIGNING_SECRET_ARN)),
      now: Date.now,
    }),
    enqueue: newQueueSender(new SQSClient(), env.INBOUND_QUEUE_URL),
    now: () => new Date().toISOString(),
    settings: { ...env.DESK_SETTINGS, topics: env.TOPICS, signIn: env.SIGN_IN },
  };
};
