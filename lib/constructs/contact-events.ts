import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Connection } from '../../schemas/connection.ts';

/** Events that say something of a call; others come far more often and say nothing. */
const eventTypes = [
  'INITIATED',
  'CONNECTED_TO_SYSTEM',
  'QUEUED',
  'CONNECTED_TO_AGENT',
  'DISCONNECTED',
  'COMPLETED',
];

/**
 * Calls of Amazon Connect, which speaks by the account's own event bus: no hook, no secret. EventBridge repeats for a
 * day what the queue does not take.
 */
export function contactEvents(
  scope: Construct,
  { connections, inbound }: { connections: readonly Connection[]; inbound: Queue },
): void {
  const instances = connections.flatMap((connection) =>
    connection.channel === 'phone' && connection.provider === 'amazon-connect'
      ? [connection.instanceArn]
      : [],
  );
  if (instances.length === 0) return;
  new Rule(scope, 'ContactEvents', {
    description: 'Telephone calls of Amazon Connect to the inbound queue',
    eventPattern: {
      source: ['aws.connect'],
      detailType: ['Amazon Connect Contact Event'],
      detail: { instanceArn: instances, channel: ['VOICE'], eventType: eventTypes },
    },
    targets: [new SqsQueue(inbound)],
  });
}
