import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { DeskAlarm } from './desk-alarm.ts';

export type QueueWithDeadLettersProps = {
  /** Physical name; the dead letters' ends in `-dead`. */
  name: string;
  /** Longer than the consumer may run: Lambda asks for six times its timeout. */
  visibilitySeconds: number;
  tell: ITopic;
  /** Alarm when the oldest message is older. */
  oldestSeconds: number;
  /** What waits while the queue stands still: "New messages". */
  holds: string;
  /** Headings in docs/RUNBOOK.md. */
  runbook: { age: string; dead: string };
  /** Given up after so many receipts. */
  attempts?: number;
  /** Nobody sees a message before it is so old. */
  delaySeconds?: number;
  /** Forgets a message after so long; without it as late as SQS can. */
  keptSeconds?: number;
};

/**
 * A standard queue whose messages live 14 days unless told, its dead letters, and the two alarms that both need.
 * Kept when the stack goes: they hold what customers wrote.
 */
export class QueueWithDeadLetters extends Construct {
  readonly queue: Queue;
  readonly dead: Queue;

  constructor(scope: Construct, id: string, props: QueueWithDeadLettersProps) {
    super(scope, id);
    this.dead = deadLetterQueue(this, 'Dead', `${props.name}-dead`);
    this.queue = new Queue(this, 'Queue', {
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      queueName: props.name,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: props.keptSeconds ? Duration.seconds(props.keptSeconds) : Duration.days(14),
      deliveryDelay: props.delaySeconds ? Duration.seconds(props.delaySeconds) : undefined,
      visibilityTimeout: Duration.seconds(props.visibilitySeconds),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: props.attempts ?? 5 },
    });
    new DeskAlarm(this, 'TooOld', {
      tell: props.tell,
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      above: props.oldestSeconds,
      periods: 3,
      says: `${props.holds} wait in ${props.name} for longer than ${props.oldestSeconds} s.`,
      runbook: props.runbook.age,
    });
    alarmOnDeadLetters(this.dead, props);
  }
}

/** Keeps what was given up for 14 days; never a source itself, so it needs none of its own. */
export function deadLetterQueue(scope: Construct, id: string, queueName: string): Queue {
  const dead = new Queue(scope, id, {
    queueName,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  acknowledge(dead, { 'AwsSolutions-SQS3': 'It is where given-up work of others lies.' });
  return dead;
}

export function alarmOnDeadLetters(
  dead: Queue,
  props: Pick<QueueWithDeadLettersProps, 'tell' | 'holds'> & {
    name: string;
    runbook: { dead: string };
  },
): void {
  new DeskAlarm(dead, 'NotEmpty', {
    tell: props.tell,
    metric: dead.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    }),
    above: 0,
    says: `${props.holds} were given up: ${props.name}-dead is not empty.`,
    runbook: props.runbook.dead,
  });
}
