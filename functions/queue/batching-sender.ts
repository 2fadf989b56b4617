import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { QueueSender } from './queue-sender.ts';

/** SQS's own limits for one request. */
const entriesMax = 10;
const bytesMax = 250 * 1024;

type Waiting = {
  readonly body: string;
  readonly group: string | undefined;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

/**
 * A sender that puts messages asked for in the same few milliseconds into one request: a batch of ten costs one. Each
 * promise still speaks for its own message and resolves only when SQS has stored it.
 */
export function newBatchingSender(
  client: SQSClient,
  queueUrl: string,
  waitMilliseconds = 2,
): QueueSender {
  let waiting: Waiting[] = [];
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    const batch = waiting;
    waiting = [];
    bytes = 0;
    timer = undefined;
    sendBatch(client, queueUrl, batch).catch((error: unknown) => {
      for (const { failed } of batch) failed(error);
    });
  };

  return (body, group) =>
    new Promise((done, failed) => {
      const size = Buffer.byteLength(body);
      if (bytes + size > bytesMax && waiting.length > 0) flush();
      waiting.push({ body, group, done, failed });
      bytes += size;
      if (waiting.length === entriesMax) flush();
      else timer ??= setTimeout(flush, waitMilliseconds);
    });
}

async function sendBatch(
  client: SQSClient,
  QueueUrl: string,
  batch: readonly Waiting[],
): Promise<void> {
  const { Failed = [] } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: batch.map(({ body, group }, index) => ({
        Id: String(index),
        MessageBody: body,
        MessageGroupId: group,
      })),
    }),
  );
  const refused = new Map(Failed.map(({ Id, Code }) => [Id, Code]));
  batch.forEach(({ done, failed }, index) => {
    const id = String(index);
    if (refused.has(id)) failed(new Error(`SQS refused the message: ${refused.get(id)}`));
    else done();
  });
}
