import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { SQSClient } from '@aws-sdk/client-sqs';
import { agentStore } from '../../dynamo/agents.ts';
import { connectionStore } from '../../dynamo/connections.ts';
import { deskStore } from '../../dynamo/desk-lists.ts';
import { feedStore } from '../../dynamo/feed.ts';
import { openTable } from '../../dynamo/table.ts';
import { ticketStore } from '../../dynamo/tickets.ts';
import { visitStore } from '../../dynamo/visits.ts';
import { newBatchingSender } from '../../queue/batching-sender.ts';
import { newPush } from '../push.ts';
import { remembered } from '../remembered.ts';
import type { RelayEnv } from './env.ts';
import { loadHearers } from './hearers.ts';
import type { RelayDeps } from './relay-deps.ts';

/** Whose access or scope ends is told of tickets for so long at most. */
const hearersMilliseconds = 10_000;

export function relayDeps(env: RelayEnv): RelayDeps {
  const table = openTable(env.TABLE_NAME);
  const people = { agents: agentStore(table), desk: deskStore(table) };
  const send = newBatchingSender(new SQSClient(), env.OUTBOUND_QUEUE_URL);
  return {
    tickets: ticketStore(table),
    feed: feedStore(table),
    connections: connectionStore(table),
    hearers: remembered(() => loadHearers(people), {
      milliseconds: hearersMilliseconds,
      now: Date.now,
    }),
    visits: visitStore(table),
    enqueue: (job) =>
      send(JSON.stringify(job), 'connectionId' in job ? job.connectionId : undefined),
    push: newPush(new ApiGatewayManagementApiClient({ endpoint: env.PUSH_ENDPOINT })),
    now: () => new Date().toISOString(),
  };
}
