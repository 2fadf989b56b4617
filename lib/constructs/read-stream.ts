import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { healthPartition, tableKeys, ticketPartitionPrefix } from '../../schemas/table.ts';
import { allow } from './grant.ts';

export type StreamReading = {
  table: Table;
  batchSize: number;
  /** Seconds to gather a batch; 0 hands over at once. */
  windowSeconds: number;
  /** Learns which records were given up. */
  givenUp: Queue;
  /** What it follows. */
  changesOf: readonly (keyof typeof filters)[];
  /** Shards are read in so many lanes; order holds per item. */
  parallelization?: number;
};

type PartitionRule = ReturnType<typeof FilterRule.beginsWith | typeof FilterRule.isEqual>;
const inPartition = (rule: PartitionRule) =>
  FilterCriteria.filter({ dynamodb: { Keys: { [tableKeys.partition]: { S: rule } } } });

/** A change of anything else (counters, the feed, screens connected) starts no function and costs nothing. */
const filters = {
  tickets: inPartition(FilterRule.beginsWith(ticketPartitionPrefix)),
  health: inPartition(FilterRule.isEqual(healthPartition)),
};

/** Lets a function follow the table's stream. A stream has two readers at most: relay and tally. */
export function readStream(target: LambdaFunction, reading: StreamReading): void {
  const { table, givenUp } = reading;
  const streamArn = table.tableStreamArn ?? '';
  target.addToRolePolicy(
    allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      [streamArn],
    ),
  );
  target.addToRolePolicy(
    // The service authorizes this one on no resource at all.
    allow(['dynamodb:ListStreams'], ['*']),
  );
  const mapping = new EventSourceMapping(target, 'ReadsStream', {
    target,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: reading.batchSize,
    maxBatchingWindow: Duration.seconds(reading.windowSeconds),
    parallelizationFactor: reading.parallelization ?? 1,
    bisectBatchOnError: true,
    retryAttempts: 10,
    maxRecordAge: Duration.hours(12),
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(givenUp),
    filters: reading.changesOf.map((name) => filters[name]),
  });
  if (target.role) mapping.node.addDependency(target.role);
}
