import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  alarmOnDeadLetters,
  deadLetterQueue,
  QueueWithDeadLetters,
} from './queue-with-dead-letters.ts';
import { TopicQueues } from './topic-queues.ts';

export type DeskQueuesProps = { prefix: string; topics: readonly string[]; tell: ITopic };

/** All queues of the desk. Visibility is six times the consumer's timeout, as Lambda asks. */
export class DeskQueues extends Construct {
  readonly inbound: QueueWithDeadLetters;
  readonly topics: TopicQueues;
  readonly outbound: QueueWithDeadLetters;
  readonly feedback: QueueWithDeadLetters;
  /** What is put here each minute reaches the clock thirty seconds later. */
  readonly halfMinute: QueueWithDeadLetters;
  /** Stream records that relay or tally gave up: positions in the stream, not the records. */
  readonly streamDead: Queue;

  constructor(scope: Construct, id: string, { prefix, topics, tell }: DeskQueuesProps) {
    super(scope, id);
    this.inbound = new QueueWithDeadLetters(this, 'Inbound', {
      name: `${prefix}-inbound`,
      visibilitySeconds: 360,
      tell,
      oldestSeconds: 300,
      holds: 'Messages nobody has understood yet',
      runbook: { age: 'Inbound queue is old', dead: 'Inbound dead letters' },
    });
    this.topics = new TopicQueues(this, 'Topics', { prefix, topics, visibilitySeconds: 90, tell });
    this.outbound = new QueueWithDeadLetters(this, 'Outbound', {
      name: `${prefix}-outbound`,
      visibilitySeconds: 360,
      tell,
      oldestSeconds: 900,
      holds: 'Replies and alerts that should have left',
      runbook: { age: 'Outbound queue is old', dead: 'Outbound dead letters' },
      // A provider that says "later" uses up receipts, too.
      attempts: 20,
    });
    this.feedback = new QueueWithDeadLetters(this, 'Feedback', {
      name: `${prefix}-feedback`,
      visibilitySeconds: 90,
      tell,
      oldestSeconds: 3600,
      holds: 'Deliveries and bounces of sent mail',
      runbook: { age: 'Feedback queue is old', dead: 'Feedback dead letters' },
    });
    this.halfMinute = new QueueWithDeadLetters(this, 'HalfMinute', {
      name: `${prefix}-half-minute`,
      delaySeconds: 30,
      visibilitySeconds: 330,
      tell,
      oldestSeconds: 900,
      holds: 'Sweeps between two minutes',
      runbook: { age: 'Half-minute queue is old', dead: 'Half-minute dead letters' },
      // The next minute makes up for a missed half: one cut off may come again, what is old helps nobody.
      attempts: 2,
      keptSeconds: 3600,
    });
    this.streamDead = deadLetterQueue(this, 'StreamDead', `${prefix}-stream-dead`);
    alarmOnDeadLetters(this.streamDead, {
      name: `${prefix}-stream`,
      tell,
      holds: 'Changes of the table that relay or tally could not follow',
      runbook: { dead: 'Stream dead letters' },
    });
  }
}
