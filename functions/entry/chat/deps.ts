import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { agentStore } from '../../dynamo/agents.ts';
import { connectionStore } from '../../dynamo/connections.ts';
import { deskStore } from '../../dynamo/desk-lists.ts';
import { fuseStore } from '../../dynamo/fuses.ts';
import { pointerStore } from '../../dynamo/pointers.ts';
import { openTable } from '../../dynamo/table.ts';
import { ticketStore } from '../../dynamo/tickets.ts';
import { visitStore } from '../../dynamo/visits.ts';
import { newQueueSender } from '../../queue/queue-sender.ts';
import { newSecrets } from '../../secrets/secrets.ts';
import { newObjectStore } from '../../storage/object-store.ts';
import { newS3Client } from '../../storage/s3-client.ts';
import { newSignedLinks } from '../../storage/signed-links.ts';
import { newPush } from '../push.ts';
import { signingSecretsOf } from '../signing-secrets.ts';
import { newUploads } from '../uploads.ts';
import type { ChatDeps } from './chat-deps.ts';
import type { ChatEnv } from './env.ts';

export const chatDeps = (env: ChatEnv): ChatDeps => {
  const table = openTable(env.TABLE_NAME);
  const s3 = newS3Client();
  const secrets = newSecrets({ client: new SecretsManagerClient(), now: Date.now });
  const signingSecrets = async () => signingSecretsOf(await secrets.read(env.SIGNING_SECRET_ARN));
  return {
    connections: connectionStore(table),
    agents: agentStore(table),
    desk: deskStore(table),
    visits: visitStore(table),
    tickets: ticketStore(table),
    pointers: pointerStore(table),
    fuses: fuseStore(table),
    uploads: newUploads({
      files: newObjectStore(s3, env.FILES_BUCKET),
      links: newSignedLinks(s3, env.FILES_BUCKET),
      signingSecrets,
      now: Date.now,
    }),
    push: newPush(new ApiGatewayManagementApiClient({ endpoint: env.PUSH_ENDPOINT })),
    enqueue: newQueueSender(new SQSClient(), env.INBOUND_QUEUE_URL),
    signingSecrets,
    settings: { connections: env.DESK_SETTINGS.connections, appUrl: env.APP_URL },
    now: Date.now,
  };
};
