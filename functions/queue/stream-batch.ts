import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { summarize } from '../observe/context.ts';
import { log } from '../observe/log.ts';

/** The changes of one batch in the stream's order. */
export type StreamBatch<Change> = {
  /** Names the batch by its first and last record. */
  readonly id: string;
  readonly changes: readonly Change[];
};

type Consumer<Change> = {
  /** Undefined: nothing to do with it. @throws when the record cannot be read. */
  readonly parse: (record: DynamoDBRecord) => Change | undefined;
  /** Must bear being repeated: after a rejection the whole batch comes again. */
  readonly handle: (batch: StreamBatch<Change>) => Promise<void>;
};

/**
 * A stream consumer. A batch succeeds as one; a record that cannot be read ends it there, so that everything before is
 * done and Lambda tries from that record on, halves the batch and at last puts the record aside.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const consumeStream =
  <Change>({ parse, handle }: Consumer<Change>) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const { changes, unreadable } = readChanges(event.Records, parse);
    summarize({ records: event.Records.length, changes: changes.length });
    if (changes.length > 0)
      try {
        const id = `${positionOf(event.Records[0])}-${positionOf(event.Records.at(-1))}`;
        await handle({ id, changes });
      } catch (error) {
        log.error('stream.batch.failed', { changes: changes.length }, error);
        return failedAt(event.Records[0]);
      }
    return unreadable ? failedAt(unreadable) : { batchItemFailures: [] };
  };

const readChanges = <Change>(
  records: readonly DynamoDBRecord[],
  parse: Consumer<Change>['parse'],
) => {
  const changes: Change[] = [];
  for (const record of records) {
    try {
      const change = parse(record);
      if (change !== undefined) changes.push(change);
    } catch (error) {
      log.error('stream.record.unreadable', { position: positionOf(record) }, error);
      return { changes, unreadable: record };
    }
  }
  return { changes, unreadable: undefined };
};

const positionOf = (record: DynamoDBRecord | undefined): string =>
  record?.dynamodb?.SequenceNumber ?? '';

const failedAt = (record: DynamoDBRecord | undefined): DynamoDBBatchResponse => ({
  batchItemFailures: [{ itemIdentifier: positionOf(record) }],
});
