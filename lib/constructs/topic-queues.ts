import { Stack } from 'aws-cdk-lib';
import type { CfnEventSourceMapping, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { allow, type Grant } from './grant.ts';
import { QueueWithDeadLetters } from './queue-with-dead-letters.ts';
import { readQueue } from './read-queue.ts';

export type TopicQueuesProps = {
  prefix: string;
  topics: readonly string[];
  visibilitySeconds: number;
  tell: ITopic;
};

/** One queue per topic, so that a flood in one starves no other. */
export class TopicQueues extends Construct {
  readonly byTopic: ReadonlyMap<string, QueueWithDeadLetters>;
  readonly #namePrefix: string;
  readonly #mappings = new Map<string, CfnEventSourceMapping>();

  constructor(scope: Construct, id: string, props: TopicQueuesProps) {
    super(scope, id);
    this.#namePrefix = `${props.prefix}-topic-`;
    this.byTopic = new Map(
      props.topics.map((topic) => [
        topic,
        new QueueWithDeadLetters(this, topic, {
          name: this.#namePrefix + topic,
          visibilitySeconds: props.visibilitySeconds,
          tell: props.tell,
          oldestSeconds: 300,
          holds: `New messages about ${topic}`,
          runbook: { age: 'Topic queue is old', dead: 'Topic dead letters' },
        }),
      ]),
    );
  }

  /** One mapping per queue: each has its own concurrency and can be paused alone. */
  readBy(target: LambdaFunction): void {
    for (const [topic, { queue }] of this.byTopic) {
      const mapping = readQueue(target, queue, { id: topic, batchSize: 10, maximumConcurrency: 5 });
      this.#mappings.set(topic, mapping);
    }
  }

  /** A JSON variable of the topics and what their queues' addresses begin with, and the right to send to each. */
  maySend(): Grant {
    const { region, account, urlSuffix } = Stack.of(this);
    const prefix = `https://sqs.${region}.${urlSuffix}/${account}/${this.#namePrefix}`;
    return {
      value: JSON.stringify({ prefix, topics: [...this.byTopic.keys()] }),
      statements: [
        allow(
          ['sqs:SendMessage'],
          [...this.byTopic.values()].map(({ queue }) => queue.queueArn),
        ),
      ],
    };
  }

  /** A JSON variable of topic → mapping, and the right to see and switch each. Call it after `readBy`. */
  mayPause(): Grant {
    const mappings = [...this.#mappings];
    return {
      // `topic=id topic=id`: forty of them as JSON would leave no room for the connections.
      value: mappings.map(([topic, mapping]) => `${topic}=${mapping.ref}`).join(' '),
      statements: [
        allow(
          ['lambda:GetEventSourceMapping', 'lambda:UpdateEventSourceMapping'],
          mappings.map(([, mapping]) => mapping.attrEventSourceMappingArn),
        ),
      ],
    };
  }
}
