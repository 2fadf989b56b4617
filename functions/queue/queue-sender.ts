import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/**
 * Puts one message on one queue; resolves when SQS has stored it. Messages with a `group` share the queue fairly: one
 * group's flood does not hold up the others.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html
 */
export type QueueSender = (body: string, group?: string) => Promise<void>;

export const newQueueSender =
  (client: SQSClient, queueUrl: string): QueueSender =>
  async (body, group) => {
    await client.send(
      new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body, MessageGroupId: group }),
    );
  };
