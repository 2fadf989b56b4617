import type { Construct } from 'constructs';
import type { RelayVariables } from '../../functions/entry/relay/env.ts';
import { partitionPatterns } from '../../schemas/table.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { maySend, mayUseTable } from '../constructs/grants.ts';
import { readStream } from '../constructs/read-stream.ts';
import { commonProps, type Parts } from './parts.ts';

/** Follows the table's stream at once: hands queued messages and alerts to deliver, tells the screens. */
export function relayFunction(scope: Construct, parts: Parts): DeskFunction<RelayVariables> {
  const { data, queues, push } = parts;
  const relay = new DeskFunction<RelayVariables>(scope, 'relay', {
    ...commonProps(parts, 'relay'),
    description: 'Table stream: outbox and push',
    timeoutSeconds: 60,
    environment: {
      TABLE_NAME: mayUseTable(data.table, {
        reads: ['GetItem', 'Query'],
        writesIn: {
          PutItem: [partitionPatterns.feed],
          DeleteItem: [partitionPatterns.connections, partitionPatterns.visits],
        },
      }),
      OUTBOUND_QUEUE_URL: maySend(queues.outbound.queue),
      PUSH_ENDPOINT: push.mayPush(),
    },
  });
  readStream(relay.lambda, {
    table: data.table,
    givenUp: queues.streamDead,
    batchSize: 100,
    windowSeconds: 0,
    changesOf: ['tickets', 'health'],
  });
  return relay;
}
