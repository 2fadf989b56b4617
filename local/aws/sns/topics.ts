import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Place, topicArn } from '../arn.ts';
import type { TopicDefinition, TopicSubscription } from '../contract.ts';
import type { Queues } from '../sqs/queues.ts';

export interface Topics {
  has: (name: string) => boolean;
  /** Answers the message's id once every subscribed queue holds it; rejects when one cannot. */
  publish: (name: string, message: string, subject?: string) => Promise<string>;
}

/** Sends to subscribed queues; mails and HTTP calls to people outside are kept in a log instead. */
export function openTopics(
  dataFolder: string,
  definitions: readonly TopicDefinition[],
  { queues, place }: { queues: Queues; place: Place },
): Topics {
  const topics = new Map(definitions.map((topic) => [topic.name, topic]));
  const log = join(dataFolder, 'topics.jsonl');

  async function deliver(
    subscription: TopicSubscription,
    envelope: Record<string, unknown>,
  ): Promise<void> {
    if (subscription.protocol !== 'sqs') {
      const { protocol, endpoint } = subscription;
      appendFileSync(log, `${JSON.stringify({ protocol, endpoint, ...envelope })}\n`);
      return;
    }
    const queue = queues.definitionOf(subscription.endpoint.split(':').at(-1) ?? '');
    if (!queue) throw new Error(`A topic sends to the unknown queue ${subscription.endpoint}.`);
    const body = subscription.rawDelivery ? String(envelope.Message) : JSON.stringify(envelope);
    await queues.send(queue, [{ body }], 'sns');
  }

  return {
    has: (name) => topics.has(name),
    async publish(name, message, subject) {
      const topic = topics.get(name);
      if (!topic) throw new Error(`There is no topic ${name}.`);
      const MessageId = randomUUID();
      const envelope = {
        Type: 'Notification',
        MessageId,
        TopicArn: topicArn(place, name),
        ...(subject && { Subject: subject }),
        Message: message,
        Timestamp: new Date().toISOString(),
      };
      await Promise.all(topic.subscriptions.map((each) => deliver(each, envelope)));
      return MessageId;
    },
  };
}
