import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { ComeAgain, type Receipt } from './batch.ts';

/** Shows one delivery of a queue's message again after so many seconds. */
export type ShowAgain = (receiptHandle: string, seconds: number) => Promise<void>;

export const newShowAgain =
  (client: SQSClient, QueueUrl: string): ShowAgain =>
  async (ReceiptHandle, VisibilityTimeout) => {
    await client.send(
      new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }),
    );
  };

/** Runs a handler that may say by `ComeAgain` when it wants the message back, and arranges that with the queue. */
export const arrangingReturn =
  <Job>(handle: (job: Job, receipt: Receipt) => Promise<void>, showAgain: ShowAgain) =>
  async (job: Job, receipt: Receipt): Promise<void> => {
    try {
      await handle(job, receipt);
    } catch (error) {
      if (error instanceof ComeAgain && error.afterSeconds !== undefined)
        await showAgain(receipt.handle, error.afterSeconds);
      throw error;
    }
  };
