import * as z from 'zod';
import type { QueueDefinition, TopicDefinition } from '../aws/contract.ts';
import type { Inventory } from './inventory.ts';
import { nameInArn } from './place.ts';

const seconds = z.coerce.number().optional();
const queueProperties = z.object({
  VisibilityTimeout: seconds,
  MessageRetentionPeriod: seconds,
  DelaySeconds: seconds,
  ReceiveMessageWaitTimeSeconds: seconds,
  RedrivePolicy: z
    .object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })
    .optional(),
  FifoQueue: z.literal(false, 'FIFO queues are not emulated').optional(),
});

export function readQueues(inventory: Inventory): QueueDefinition[] {
  return inventory.all('AWS::SQS::Queue', queueProperties).map(({ name, properties }) => ({
    name,
    visibilityTimeoutSeconds: properties.VisibilityTimeout,
    retentionSeconds: properties.MessageRetentionPeriod,
    delaySeconds: properties.DelaySeconds,
    receiveWaitSeconds: properties.ReceiveMessageWaitTimeSeconds,
    deadLetters: properties.RedrivePolicy && {
      queueName: nameInArn(properties.RedrivePolicy.deadLetterTargetArn),
      maxReceiveCount: properties.RedrivePolicy.maxReceiveCount,
    },
  }));
}

const subscriptionProperties = z.object({
  TopicArn: z.string(),
  Protocol: z.enum(['sqs', 'email', 'email-json', 'https']),
  Endpoint: z.string(),
  RawMessageDelivery: z.boolean().default(false),
  FilterPolicy: z.undefined('Filter policies of subscriptions are not emulated').optional(),
});

export function readTopics(inventory: Inventory): TopicDefinition[] {
  const subscriptions = inventory.all('AWS::SNS::Subscription', subscriptionProperties);
  return inventory.all('AWS::SNS::Topic', z.object({})).map(({ name, ref }) => ({
    name,
    subscriptions: subscriptions
      .filter(({ properties }) => properties.TopicArn === ref)
      .map(({ properties }) => ({
        protocol: properties.Protocol,
        endpoint: properties.Endpoint,
        rawDelivery: properties.RawMessageDelivery,
      })),
  }));
}
