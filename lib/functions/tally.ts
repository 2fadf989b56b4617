import type { Construct } from 'constructs';
import type { TallyVariables } from '../../functions/entry/tally/env.ts';
import { partitionPatterns } from '../../schemas/table.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { mayUseTable } from '../constructs/grants.ts';
import { readStream } from '../constructs/read-stream.ts';
import { commonProps, type Parts } from './parts.ts';

/** Follows the table's stream in batches and keeps the counters. */
export function tallyFunction(scope: Construct, parts: Parts): DeskFunction<TallyVariables> {
  const tally = new DeskFunction<TallyVariables>(scope, 'tally', {
    ...commonProps(parts, 'tally'),
    description: 'Table stream: counters',
    timeoutSeconds: 60,
    environment: {
      TABLE_NAME: mayUseTable(parts.data.table, {
        reads: ['GetItem'],
        writesIn: { PutItem: [partitionPatterns.counts] },
        indexes: ['byTopic'],
      }),
    },
  });
  readStream(tally.lambda, {
    table: parts.data.table,
    givenUp: parts.queues.streamDead,
    batchSize: 1000,
    windowSeconds: 5,
    changesOf: ['tickets'],
  });
  return tally;
}
