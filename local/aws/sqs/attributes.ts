import type { QueueDepth } from '../access.ts';
import { type Place, queueArn } from '../arn.ts';
import type { QueueDefinition } from '../contract.ts';
import { maximumMessageBytes } from './limits.ts';

/** GetQueueAttributes: all values are strings; `All` or the names asked for. */
export function queueAttributes(
  queue: QueueDefinition,
  depth: QueueDepth,
  place: Place,
  wanted: unknown,
): Record<string, string> {
  const all: Record<string, string> = {
    QueueArn: queueArn(place, queue.name),
    ApproximateNumberOfMessages: String(depth.visible),
    ApproximateNumberOfMessagesNotVisible: String(depth.inFlight),
    ApproximateNumberOfMessagesDelayed: String(depth.delayed),
    VisibilityTimeout: String(queue.visibilityTimeoutSeconds ?? 30),
    MessageRetentionPeriod: String(queue.retentionSeconds ?? 345_600),
    DelaySeconds: String(queue.delaySeconds ?? 0),
    ReceiveMessageWaitTimeSeconds: String(queue.receiveWaitSeconds ?? 0),
    MaximumMessageSize: String(maximumMessageBytes),
  };
  if (queue.deadLetters) {
    all.RedrivePolicy = JSON.stringify({
      deadLetterTargetArn: queueArn(place, queue.deadLetters.queueName),
      maxReceiveCount: queue.deadLetters.maxReceiveCount,
    });
  }
  const names = Array.isArray(wanted) ? wanted : [];
  if (names.includes('All')) return all;
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}
