import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { log } from '../../observe/log.ts';

export type Sweeps = {
  readonly minute: () => Promise<void>;
  readonly halfMinute: () => Promise<void>;
};

/**
 * The rule's own event is a minute, a message of the queue behind it the half minute after. A half minute that fails is
 * not given back to its queue: what failed is still due, the next minute comes before the message would, and its failure
 * is what the alarm counts.
 */
export const handleClock =
  ({ minute, halfMinute }: Sweeps) =>
  async (event: Partial<SQSEvent>): Promise<SQSBatchResponse | undefined> => {
    if (!event.Records) {
      await minute();
      return undefined;
    }
    try {
      await halfMinute();
    } catch (error) {
      log.error('clock.half-minute.failed', {}, error);
    }
    return { batchItemFailures: [] };
  };
