import { randomUUID } from 'node:crypto';
import type { StreamRecord } from '../../aws/access.ts';

/** What Lambda tells a failure destination: where the records are, never the records. */
export function givenUp(options: {
  records: StreamRecord[];
  attempts: number;
  streamArn: string;
  functionArn: string;
}): Record<string, unknown> {
  const { records, attempts, streamArn, functionArn } = options;
  const arrivedAt = (record: StreamRecord | undefined): string =>
    new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1_000).toISOString();
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: attempts,
    },
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      functionError: 'Unhandled',
    },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId: 'shardId-00000000000000000000-local',
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrivedAt(records[0]),
      approximateArrivalOfLastRecord: arrivedAt(records.at(-1)),
      batchSize: records.length,
      streamArn,
    },
  };
}
