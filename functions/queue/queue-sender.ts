import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Puts one message on one queue; resolves when SQS has stored it. */
export type QueueSender = (body: string) => Promise<void>;

export const newQueueSender =
  (client: SQSClient, queueUrl: string): QueueSender =>
  async (body) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
  };
