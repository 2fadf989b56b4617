import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskModel } from './model.ts';
import { readModel } from './read-model.ts';
import { synthesizeSample } from './sample-app.ts';

const nothing = 'export const handler = async () => {};';
let folder: string;
let model: DeskModel;

beforeAll(async () => {
  folder = synthesizeSample({
    api: nothing,
    worker: nothing,
    follower: nothing,
    push: nothing,
    clock: nothing,
  });
  model = await readModel(folder);
});
afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));

describe('reading a synthesized app', () => {
  it('finds the functions of the app but not those that only serve a deployment', () => {
    expect(model.functions.map(({ name }) => name).sort()).toEqual([
      'api',
      'clock',
      'follower',
      'push',
      'worker',
    ]);
  });

  it('resolves environment variables across stacks', () => {
    const api = model.functions.find(({ name }) => name === 'api');

    expect(api?.environment['TABLE_NAME']).toBe(model.tables[0]?.create.TableName);
    expect(api?.environment['ISSUER']).toBe(model.signIn?.issuer);
  });

  it('gives each role the statements of its policies', () => {
    const role = model.functions.find(({ name }) => name === 'api')?.roleName;
    const actions = model.roles
      .find(({ name }) => name === role)
      ?.statements.flatMap(({ Action }) => Action);

    expect(actions).toContain('sqs:SendMessage');
  });

  it('reads queue and stream mappings with what limits them', () => {
    const [queue, stream] = [...model.mappings].sort((a, b) => a.kind.localeCompare(b.kind));

    expect(queue).toMatchObject({
      kind: 'queue',
      batchSize: 5,
      maximumConcurrency: 2,
      reportsItemFailures: true,
    });
    expect(stream).toMatchObject({
      kind: 'stream',
      bisects: true,
      maximumRetries: 3,
      tableName: model.tables[0]?.create.TableName,
    });
  });

  it('reads whom a schedule calls, and the queue that holds its event back', () => {
    const later = model.queues.find(({ delaySeconds }) => delaySeconds === 30);

    expect(model.schedules.map(({ expression, target }) => ({ expression, target }))).toEqual([
      { expression: 'rate(1 minute)', target: { functionName: 'clock' } },
      { expression: 'rate(1 minute)', target: { queueName: later?.name } },
    ]);
  });

  it('reads routes with their authorizer', () => {
    const routes = model.httpApis[0]?.routes ?? [];

    expect(routes.find(({ key }) => key === 'GET /api/things/{id}')?.jwt?.issuer).toBe(
      model.signIn?.issuer,
    );
    expect(routes.find(({ key }) => key === 'POST /hooks/{proxy+}')?.jwt).toBeUndefined();
  });

  it('reads what happens to received mail', () => {
    expect(model.receiptRules[0]).toMatchObject({
      recipients: ['in.example.com', 'desk@example.org'],
      prefix: 'mail/',
      topicName: model.topics[0]?.name,
    });
    expect(model.topics[0]?.subscriptions[0]).toMatchObject({ protocol: 'sqs', rawDelivery: true });
  });

  it('reads the distribution with its origins and viewer functions', () => {
    const [api, , pages] = model.distributions[0]?.behaviors ?? [];

    expect(api).toMatchObject({
      pattern: '/api/*',
      origin: { host: expect.stringContaining('execute-api') },
    });
    expect(pages).toMatchObject({
      pattern: '*',
      origin: { bucketName: model.deployments[0]?.bucketName },
    });
    expect(pages?.viewerRequest).toContain('function handler');
  });
});

describe('given a resource that is not emulated', () => {
  it('stops with its type and logical id', async () => {
    const file = join(folder, 'sample-desk.template.json');
    const template = JSON.parse(readFileSync(file, 'utf8'));
    template.Resources.Machine = { Type: 'AWS::EC2::Instance', Properties: {} };
    writeFileSync(file, JSON.stringify(template));

    await expect(readModel(folder)).rejects.toThrow('AWS::EC2::Instance (sample-desk/Machine)');
  });
});
