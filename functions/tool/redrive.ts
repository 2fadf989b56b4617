import { setTimeout as wait } from 'node:timers/promises';
import {
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  ListQueuesCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import type { AwsAccount } from '../aws/env.ts';

type Desk = { readonly account: AwsAccount; readonly prefix: string };
/** A queue's dead letters. `name` without the desk's prefix: `inbound`, `topic-payouts`. */
export type DeadLetters = { readonly name: string; readonly count: number; readonly arn: string };

const suffix = '-dead';

/** All dead-letter queues of the desk with what lies in them; bundled as `dist/tools/redrive.mjs`. */
export const listDeadLetters = async ({ account, prefix }: Desk): Promise<DeadLetters[]> => {
  const sqs = new SQSClient(account);
  const urls: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await sqs.send(
      new ListQueuesCommand({ QueueNamePrefix: `${prefix}-`, MaxResults: 1000, NextToken }),
    );
    urls.push(...(page.QueueUrls ?? []));
    ({ NextToken } = page);
  } while (NextToken !== undefined);
  const dead = urls.filter((url) => url.endsWith(suffix));
  return Promise.all(
    dead.map(async (QueueUrl) => {
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl,
          AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'],
        }),
      );
      const name = QueueUrl.split('/').at(-1) ?? '';
      return {
        name: name.slice(prefix.length + 1, -suffix.length),
        count: Number(Attributes?.['ApproximateNumberOfMessages'] ?? 0),
        arn: Attributes?.['QueueArn'] ?? '',
      };
    }),
  );
};

/** Nothing is heard of a task for so long: it goes on without us. */
const patienceMs = 10 * 60_000;

/**
 * Moves dead letters back to their queue and waits for the end.
 * @returns how many were moved, and how it ended in SQS's words (`COMPLETED`, `FAILED`, `RUNNING` when we gave up waiting)
 */
export const redrive = async (
  { account }: Pick<Desk, 'account'>,
  dead: DeadLetters,
  say: (line: string) => void,
): Promise<{ readonly moved: number; readonly status: string }> => {
  const sqs = new SQSClient(account);
  // Named, because each queue has dead letters of its own, and one put there by hand knows no way back.
  const DestinationArn = dead.arn.slice(0, -suffix.length);
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: dead.arn, DestinationArn }));
  const until = Date.now() + patienceMs;
  let told = -1;
  for (;;) {
    const { Results } = await sqs.send(
      new ListMessageMoveTasksCommand({ SourceArn: dead.arn, MaxResults: 1 }),
    );
    const task = Results?.[0];
    const moved = task?.ApproximateNumberOfMessagesMoved ?? 0;
    const status = task?.Status ?? 'RUNNING';
    if (status !== 'RUNNING' || Date.now() > until) return { moved, status };
    if (moved !== told) say(`${moved} of ${dead.count} moved …`);
    told = moved;
    await wait(500);
  }
};
