import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { SQSClient } from '@aws-sdk/client-sqs';
import { connectionStore } from '../../dynamo/connections.ts';
import { feedStore } from '../../dynamo/feed.ts';
import { openTable } from '../../dynamo/table.ts';
import { ticketStore } from '../../dynamo/tickets.ts';
import { visitStore } from '../../dynamo/visits.ts';
import { newBatchingSender } from '../../queue/batching-sender.ts';
import { newPush } from '../push.ts';
import type { RelayEnv } from './env.ts';
import type { RelayDeps } from './relay-deps.ts';

export function relayDeps(env: RelayEnv): RelayDeps {
  const table = openTable(env.TABLE_NAME);
  const send = newBatchingSender(new SQSClient(), env.OUTBOUND_QUEUE_URL);
  return {
    tickets: ticketStore(table),
    feed: feedStore(table),
    connections: connectionStore(table),
    visits: visitStore(table),
    enqueue: (job) =>
      send(JSON.stringify(job), 'connectionId' in job ? job.connectionId : undefined),
    push: newPush(new ApiGatewayManagementApiClient({ endpoint: env.PUSH_ENDPOINT })),
    now: () => new Date().toISOString(),
  };
}
