import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { queueArn, queueUrl } from '../arn.ts';
import { account, region, type Stand, standWith } from '../test-stand.ts';

const place = { region, account };
let stand: Stand;
let client: SQSClient;
const urlOf = (name: string): string => queueUrl(stand.aws.endpoint, place, name);

beforeAll(async () => {
  stand = await standWith({
    queues: [
      {
        name: 'work',
        visibilityTimeoutSeconds: 30,
        deadLetters: { queueName: 'dead', maxReceiveCount: 2 },
      },
      { name: 'dead' },
    ],
  });
  client = new SQSClient(stand.operator);
});
afterAll(async () => {
  client.destroy();
  await stand[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await client.send(new PurgeQueueCommand({ QueueUrl: urlOf('work') }));
  await client.send(new PurgeQueueCommand({ QueueUrl: urlOf('dead') }));
});

async function send(MessageBody: string, DelaySeconds?: number) {
  return client.send(
    new SendMessageCommand({ QueueUrl: urlOf('work'), MessageBody, DelaySeconds }),
  );
}

async function receive(
  options: { wait?: number; visibility?: number; queue?: string; max?: number } = {},
) {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: urlOf(options.queue ?? 'work'),
      MaxNumberOfMessages: options.max ?? 10,
      WaitTimeSeconds: options.wait ?? 0,
      VisibilityTimeout: options.visibility,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    }),
  );
  return Messages;
}

describe('a queue', () => {
  it('delivers a message with its attributes and counts the receives', async () => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: urlOf('work'),
        MessageBody: 'héllo ✓',
        MessageAttributes: {
          kind: { DataType: 'String', StringValue: 'hook' },
          bytes: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2, 255]) },
        },
      }),
    );

    const [message] = await receive();

    expect(message?.Body).toBe('héllo ✓');
    expect(message?.Attributes?.ApproximateReceiveCount).toBe('1');
    expect(message?.MessageAttributes?.kind?.StringValue).toBe('hook');
    expect([...(message?.MessageAttributes?.bytes?.BinaryValue ?? [])]).toEqual([1, 2, 255]);
  });

  it('hides a received message and shows it again at once at visibility 0', async () => {
    await send('a');
    const [first] = await receive();
    const hidden = await receive();

    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: urlOf('work'),
        ReceiptHandle: first?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );

    expect(hidden).toEqual([]);
    expect((await receive())[0]?.Attributes?.ApproximateReceiveCount).toBe('2');
  });

  it('forgets a deleted message', async () => {
    await send('a');
    const [message] = await receive({ visibility: 0 });
    const [again] = await receive();

    await client.send(
      new DeleteMessageCommand({ QueueUrl: urlOf('work'), ReceiptHandle: message?.ReceiptHandle }),
    );
    expect(stand.aws.queues.depth('work').inFlight).toBe(1);

    await client.send(
      new DeleteMessageCommand({ QueueUrl: urlOf('work'), ReceiptHandle: again?.ReceiptHandle }),
    );
    expect(stand.aws.queues.depth('work')).toMatchObject({ visible: 0, inFlight: 0 });
  });

  it('wakes a long poll as soon as something is sent', async () => {
    const polled = receive({ wait: 20 });
    const startedAt = performance.now();

    await send('wake');

    expect((await polled)[0]?.Body).toBe('wake');
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  it('wakes a long poll when a delay or a visibility timeout ends', async () => {
    await send('later', 1);

    expect(await receive()).toEqual([]);
    expect(stand.aws.queues.depth('work').delayed).toBe(1);
    expect((await receive({ wait: 5, visibility: 1 }))[0]?.Body).toBe('later');
    expect((await receive({ wait: 5 }))[0]?.Body).toBe('later');
  });

  it('sends and deletes in batches and names the entries that failed', async () => {
    const Entries = [
      { Id: 'good', MessageBody: 'x' },
      { Id: 'bad', MessageBody: 'a\u0000b' },
    ];

    const sent = await client.send(
      new SendMessageBatchCommand({ QueueUrl: urlOf('work'), Entries }),
    );
    const received = await receive();
    const deleted = await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: urlOf('work'),
        Entries: [
          { Id: 'one', ReceiptHandle: received[0]?.ReceiptHandle },
          { Id: 'two', ReceiptHandle: 'nonsense' },
        ],
      }),
    );

    expect(sent.Failed).toMatchObject([{ Id: 'bad', Code: 'InvalidMessageContents' }]);
    expect(received[0]?.MessageId).toBe(sent.Successful?.[0]?.MessageId);
    expect(deleted.Successful).toEqual([{ Id: 'one' }]);
    expect(deleted.Failed).toMatchObject([{ Id: 'two', Code: 'ReceiptHandleIsInvalid' }]);
  });

  it('refuses what is too long or does not exist, in the words of SQS', async () => {
    await expect(send('x'.repeat(1_048_577))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
    await expect(
      client.send(new SendMessageCommand({ QueueUrl: urlOf('none'), MessageBody: 'x' })),
    ).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });

  it('describes itself', async () => {
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: 'work' }));
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    const { QueueUrls } = await client.send(new ListQueuesCommand({}));

    expect(QueueUrl).toBe(urlOf('work'));
    expect(Attributes?.QueueArn).toBe(queueArn(place, 'work'));
    expect(JSON.parse(Attributes?.RedrivePolicy ?? '')).toEqual({
      deadLetterTargetArn: queueArn(place, 'dead'),
      maxReceiveCount: 2,
    });
    expect(QueueUrls).toEqual([urlOf('work'), urlOf('dead')]);
  });
});

describe('dead letters', () => {
  async function bury(body: string): Promise<void> {
    await send(body);
    await receive({ visibility: 0 });
    await receive({ visibility: 0 });
    await receive();
  }

  it('take a message after its last allowed receive', async () => {
    await bury('poison');

    expect(await receive({ queue: 'dead', visibility: 0 })).toMatchObject([{ Body: 'poison' }]);
    const sources = new ListDeadLetterSourceQueuesCommand({ QueueUrl: urlOf('dead') });
    expect((await client.send(sources)).queueUrls).toEqual([urlOf('work')]);
  });

  it('go back where they came from as new messages', async () => {
    await bury('again');
    const SourceArn = queueArn(place, 'dead');

    await client.send(new StartMessageMoveTaskCommand({ SourceArn }));

    const [message] = await receive({ wait: 5 });
    expect(message?.Body).toBe('again');
    expect(message?.Attributes?.ApproximateReceiveCount).toBe('1');
    const { Results } = await client.send(new ListMessageMoveTasksCommand({ SourceArn }));
    expect(Results).toMatchObject([{ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 1 }]);
  });
});
