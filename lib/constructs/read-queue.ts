import { CfnEventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { allow } from './grant.ts';

export type QueueReading = {
  /** Names the mapping below the function. */
  id: string;
  /** At most 10 without a window. */
  batchSize: number;
  /** Environments that may work on this queue at once: 2 at least. */
  maximumConcurrency: number;
};

/**
 * Lets a function consume a queue, message by message: only failed ones come back. Written as a plain
 * resource because the pause switch needs the mapping's own ARN.
 */
export function readQueue(
  target: LambdaFunction,
  queue: Queue,
  { id, batchSize, maximumConcurrency }: QueueReading,
): CfnEventSourceMapping {
  target.addToRolePolicy(
    allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queue.queueArn]),
  );
  const mapping = new CfnEventSourceMapping(target, `Reads:${id}`, {
    eventSourceArn: queue.queueArn,
    functionName: target.functionName,
    batchSize,
    scalingConfig: { maximumConcurrency },
    functionResponseTypes: ['ReportBatchItemFailures'],
  });
  if (target.role) mapping.node.addDependency(target.role);
  return mapping;
}
