import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { summarize } from '../observe/context.ts';
import { log } from '../observe/log.ts';

/** What the queue knows about a message. */
export type Receipt = {
  readonly messageId: string;
  /** 1 at the first delivery; grows with every return. */
  readonly receiveCount: number;
  /** Names this delivery of it, to change its visibility. */
  readonly handle: string;
};

/** Thrown by a handler that has not failed: the message shall come again, as is arranged with the queue. */
export class ComeAgain extends Error {
  override readonly name = 'ComeAgain';
  /** When, if it is still to be arranged (`come-again.ts`). */
  readonly afterSeconds: number | undefined;

  constructor(message: string, afterSeconds?: number) {
    super(message);
    this.afterSeconds = afterSeconds;
  }
}

type Consumer<Job> = {
  /** @throws when the body is not a job; the message then goes to the dead letters after its tries. */
  readonly parse: (body: string) => Job;
  /** Done when it resolves; a rejection returns this message alone to its queue. */
  readonly handle: (job: Job, receipt: Receipt) => Promise<void>;
  /** Jobs of one key are handled one after the other: they would only lose each other's conditional writes. */
  readonly keyOf?: (job: Job) => string;
  /** Keys handled at once, 5 unless told. */
  readonly concurrency?: number;
};

type Accepted<Job> = { readonly job: Job; readonly receipt: Receipt };

/**
 * An SQS consumer with partial failures: every message succeeds or fails for itself. The mapping must have
 * `ReportBatchItemFailures`, else one failure would return its neighbours too.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export const consumeBatch =
  <Job>({ parse, handle, keyOf, concurrency = 5 }: Consumer<Job>) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failures: SQSBatchItemFailure[] = [];
    const fail = (receipt: Receipt, code: string, error: unknown): void => {
      log.error(
        code,
        { queueMessageId: receipt.messageId, receiveCount: receipt.receiveCount },
        error,
      );
      failures.push({ itemIdentifier: receipt.messageId });
    };

    const groups = new Map<string, Accepted<Job>[]>();
    for (const record of event.Records) {
      const receipt = receiptOf(record);
      try {
        const job = parse(record.body);
        const key = keyOf?.(job) ?? receipt.messageId;
        groups.set(key, [...(groups.get(key) ?? []), { job, receipt }]);
      } catch (error) {
        fail(receipt, 'queue.message.unreadable', error);
      }
    }

    const waiting = groups.values();
    const work = async (): Promise<void> => {
      for (const group of waiting)
        for (const { job, receipt } of group)
          try {
            await handle(job, receipt);
          } catch (error) {
            if (error instanceof ComeAgain) failures.push({ itemIdentifier: receipt.messageId });
            else fail(receipt, 'queue.message.failed', error);
          }
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, groups.size) }, work));

    summarize({ messages: event.Records.length, failed: failures.length });
    return { batchItemFailures: failures };
  };

const receiptOf = (record: SQSRecord): Receipt => ({
  messageId: record.messageId,
  receiveCount: Number(record.attributes.ApproximateReceiveCount),
  handle: record.receiptHandle,
});
