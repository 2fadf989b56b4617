import {
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { type Stand, standWith } from '../../../local/aws/test-stand.ts';
import { listDeadLetters, redrive } from '../redrive.ts';
import { replay } from '../replay.ts';

const prefix = 'firstline-prod';
const inbound = {
  name: `${prefix}-inbound`,
  deadLetters: { queueName: `${prefix}-inbound-dead`, maxReceiveCount: 5 },
};
const queues = [inbound, { name: `${prefix}-inbound-dead` }];

const accountOf = ({ operator }: Stand) => ({
  region: operator.region,
  endpoint: operator.endpoint,
  credentials: { ...operator.credentials, sessionToken: undefined },
});

const urlOf = async (sqs: SQSClient, QueueName: string) =>
  (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl;

describe('replay', () => {
  it('puts the mail of the time range on the inbound queue, nothing else', async () => {
    await using stand = await standWith({ queues, buckets: [{ name: 'raw' }] });
    await stand.aws.objects.put('raw', 'mail/a&b', Buffer.from('x'), 'message/rfc822');
    await stand.aws.objects.put('raw', 'hook/c', Buffer.from('x'), 'application/json');
    const [from, to] = ['2026-01-01T00:00:00.000Z', new Date().toISOString()];

    const done = await replay({
      account: accountOf(stand),
      prefix,
      rawBucket: 'raw',
      from,
      to,
      isDryRun: false,
      say: () => {},
    });

    const sqs = new SQSClient(stand.operator);
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: await urlOf(sqs, inbound.name) }),
    );
    expect(done).toEqual({ found: 1, queued: 1 });
    expect(JSON.parse(Messages?.[0]?.Body ?? '')).toEqual({
      kind: 'replay',
      bucket: 'raw',
      key: 'mail/a&b',
    });
  });

  it('leaves out what was stored at another time, and queues nothing when it only counts', async () => {
    await using stand = await standWith({ queues, buckets: [{ name: 'raw' }] });
    await stand.aws.objects.put('raw', 'mail/a', Buffer.from('x'), 'message/rfc822');
    const common = { account: accountOf(stand), prefix, rawBucket: 'raw', say: () => {} };
    const from = '2026-01-01T00:00:00.000Z';

    const before = await replay({
      ...common,
      from,
      to: '2026-01-02T00:00:00.000Z',
      isDryRun: false,
    });
    const counted = await replay({
      ...common,
      from,
      to: new Date().toISOString(),
      isDryRun: true,
    });

    expect([before, counted]).toEqual([
      { found: 0, queued: 0 },
      { found: 1, queued: 0 },
    ]);
  });
});

describe('redrive', () => {
  it('lists dead letters and moves them back to their queue', async () => {
    await using stand = await standWith({ queues });
    const sqs = new SQSClient(stand.operator);
    const dead = await urlOf(sqs, `${prefix}-inbound-dead`);
    for (const MessageBody of ['a', 'b'])
      await sqs.send(new SendMessageCommand({ QueueUrl: dead, MessageBody }));
    const desk = { account: accountOf(stand), prefix };
    const [found] = await listDeadLetters(desk);
    if (!found) throw new Error('no dead letters were listed');

    const done = await redrive(desk, found, () => {});

    expect(found).toMatchObject({ name: 'inbound', count: 2 });
    expect(done).toEqual({ moved: 2, status: 'COMPLETED' });
    expect((await listDeadLetters(desk))[0]?.count).toBe(0);
  });
});
