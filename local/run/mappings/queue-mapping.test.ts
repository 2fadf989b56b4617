import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { QueueAccess } from '../../aws/access.ts';
import { queueAccess } from '../../aws/sqs/queue-access.ts';
import { openQueues } from '../../aws/sqs/queues.ts';
import type { QueueMappingModel } from '../../template/model.ts';
import { FunctionLog } from '../lambda/function-log.ts';
import { LambdaFunction } from '../lambda/lambda-function.ts';
import { QueueMapping } from './queue-mapping.ts';

const folder = mkdtempSync(join(tmpdir(), 'firstline-queue-'));
const store = openQueues(folder, [{ name: 'work', visibilityTimeoutSeconds: 60 }]);
const access = queueAccess(store);
const stops: (() => Promise<void>)[] = [];
let serial = 0;

/** Starts a consumer with this body; answers the batches it saw. */
function consume(
  body: string,
  options: Partial<QueueMappingModel> = {},
  queues: QueueAccess = access,
): () => string[] {
  serial += 1;
  const name = `q${serial}`;
  const modulePath = join(folder, `${name}.mjs`);
  writeFileSync(
    modulePath,
    `export const handler = async ({ Records }) => { console.log(Records.map((r) => r.body).sort().join()); ${body} };`,
  );
  const lambda = new LambdaFunction({
    model: {
      name,
      arn: 'arn:q',
      roleName: 'r',
      modulePath,
      exportName: 'handler',
      environment: {},
      timeoutSeconds: 5,
      memoryMegabytes: 64,
    },
    variables: {},
    log: new FunctionLog(folder, name),
    faultFor: () => undefined,
  });
  const model: QueueMappingModel = {
    kind: 'queue',
    uuid: name,
    functionName: name,
    sourceArn: 'arn',
    queueName: 'work',
    batchSize: 10,
    windowSeconds: 0,
    reportsItemFailures: true,
    enabled: true,
    filters: [],
    ...options,
  };
  const mapping = new QueueMapping({ model, lambda, queues, region: 'eu-west-1', retrySeconds: 1 });
  mapping.start();
  stops.push(async () => {
    await mapping.stop();
    await lambda.stop();
    await mapping.drained();
    store.purge('work');
  });
  return () => lambda.log.lines().filter((line) => !line.startsWith('{'));
}

const depth = (): number => access.depth('work').visible + access.depth('work').inFlight;

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a queue mapping', () => {
  it('gathers a batch within its window', async () => {
    const batches = consume('', { windowSeconds: 1, batchSize: 3 });

    for (const body of ['a', 'b', 'c']) await access.send('work', body);

    await expect.poll(batches).toEqual(['a,b,c']);
    await expect.poll(depth).toBe(0);
  });

  it('brings back only the messages that failed, soon', async () => {
    await access.send('work', 'good');
    await access.send('work', 'bad');

    const batches = consume(
      "const seen = Records.filter((r) => r.body === 'bad' && r.attributes.ApproximateReceiveCount === '1'); return { batchItemFailures: seen.map((r) => ({ itemIdentifier: r.messageId })) };",
    );

    await expect.poll(batches, { timeout: 5_000 }).toEqual(['bad,good', 'bad']);
    await expect.poll(depth).toBe(0);
  });

  it('leaves the time alone that was set while the function worked', async () => {
    const retries: unknown[] = [];
    await access.send('work', 'later');
    const batches = consume(
      'await new Promise((done) => setTimeout(done, 300)); return { batchItemFailures: [{ itemIdentifier: Records[0].messageId }] };',
      {},
      {
        ...access,
        // The function runs in a thread without a gateway here: its own call is made for it.
        receive: async (...given) => {
          const messages = await access.receive(...given);
          const handles = messages.map(({ receiptHandle }) => receiptHandle);
          if (handles.length > 0)
            setTimeout(() => void access.changeVisibility('work', handles, 40), 20);
          return messages;
        },
        changeVisibility: async (...given) => void retries.push(given),
      },
    );
    await expect.poll(batches).toEqual(['later']);

    await stops.pop()?.();

    expect(retries).toEqual([]);
  });
});
