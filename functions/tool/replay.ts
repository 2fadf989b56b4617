import { GetQueueUrlCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ReplayedMail } from '../../schemas/queue.ts';
import type { AwsAccount } from '../aws/env.ts';
import { deployedRawBucket } from './operate/desk-names.ts';
import { listObjects } from './operate/list-objects.ts';

/** What `desk replay` asks for; bundled as `dist/tools/replay.mjs`. */
export type ReplayRequest = {
  readonly account: AwsAccount;
  /** `firstline-<stage>`: names of the desk's queues and functions begin with it. */
  readonly prefix: string;
  /** Absent: the deployed intake is asked. */
  readonly rawBucket?: string;
  /** ISO 8601 with milliseconds; mail stored from here … */
  readonly from: string;
  /** … up to here, included. */
  readonly to: string;
  /** Counts only. */
  readonly isDryRun: boolean;
  readonly say: (line: string) => void;
};

/** SQS's limit for one request. */
const batchSize = 10;
/** Below this SES puts mail. */
const mailPrefix = 'mail/';

/**
 * Puts every stored mail of a time range on the inbound queue again. Intake knows those it took: they change nothing.
 * @returns how many were found and how many of them were put on the queue
 */
export const replay = async (
  request: ReplayRequest,
): Promise<{ readonly found: number; readonly queued: number }> => {
  const { account, prefix, from, to, isDryRun, say } = request;
  const bucket = request.rawBucket ?? (await deployedRawBucket(account, prefix));
  const sqs = new SQSClient(account);
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: `${prefix}-inbound` }));
  let [found, queued] = [0, 0];
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    if (!isDryRun) queued += await sendAll(sqs, QueueUrl ?? '', { bucket, keys: batch });
    batch = [];
    if (found % 100 === 0) say(`${found} found, ${queued} queued …`);
  };
  for await (const { key, modifiedAt } of listObjects(account, { bucket, prefix: mailPrefix })) {
    if (modifiedAt < from || modifiedAt > to) continue;
    found += 1;
    batch.push(key);
    if (batch.length === batchSize) await flush();
  }
  await flush();
  return { found, queued };
};

/** Tries each entry that SQS did not take once more; what is refused twice is told by the count. */
const sendAll = async (
  sqs: SQSClient,
  QueueUrl: string,
  { bucket, keys }: { readonly bucket: string; readonly keys: readonly string[] },
): Promise<number> => {
  let open = keys.map((key, index) => {
    const mail: ReplayedMail = { kind: 'replay', bucket, key };
    return { Id: String(index), MessageBody: JSON.stringify(mail) };
  });
  for (let tries = 0; tries < 2 && open.length > 0; tries += 1) {
    const { Failed = [] } = await sqs.send(
      new SendMessageBatchCommand({ QueueUrl, Entries: open }),
    );
    const failed = new Set(Failed.map(({ Id }) => Id));
    open = open.filter(({ Id }) => failed.has(Id));
  }
  return keys.length - open.length;
};
