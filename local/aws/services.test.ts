import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { queueArn, queueUrl, secretArn } from './arn.ts';
import { account, region, standWith } from './test-stand.ts';

const place = { region, account };

describe('secrets', () => {
  it('are made once, by their template, and read by those who may', async () => {
    const secrets = [
      {
        name: 'signing',
        generate: {
          SecretStringTemplate: '{"v":1}',
          GenerateStringKey: 'key',
          PasswordLength: 48,
          ExcludePunctuation: true,
        },
      },
      { name: 'telegram', value: '{"botToken":"t"}' },
    ];
    const Resource = secretArn(place, 'signing').replace(/.{6}$/, '??????');
    const statements = [
      { Effect: 'Allow' as const, Action: 'secretsmanager:GetSecretValue', Resource },
    ];
    const roles = [{ name: 'api', statements }];
    await using stand = await standWith({ secrets, roles });
    const client = new SecretsManagerClient(stand.as('api'));

    const byArn = await client.send(
      new GetSecretValueCommand({ SecretId: secretArn(place, 'signing') }),
    );
    const other = client.send(new GetSecretValueCommand({ SecretId: 'telegram' }));

    expect(JSON.parse(byArn.SecretString ?? '')).toEqual({
      v: 1,
      key: expect.stringMatching(/^[A-Za-z0-9]{48}$/),
    });
    await expect(other).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await stand.stop();
    const again = await standWith({ secrets, roles, dataFolder: stand.dataFolder });
    expect(again.aws.secretValue('signing')).toBe(byArn.SecretString);
    await again.stop();
    client.destroy();
  });
});

describe('topics', () => {
  it('hand messages to queues raw or in an envelope', async () => {
    const subscription = (name: string, rawDelivery: boolean) => ({
      protocol: 'sqs',
      endpoint: queueArn(place, name),
      rawDelivery,
    });
    await using stand = await standWith({
      queues: [{ name: 'raw' }, { name: 'wrapped' }],
      topics: [
        {
          name: 'mail',
          subscriptions: [subscription('raw', true), subscription('wrapped', false)],
        },
      ],
    });

    await stand.aws.publish('mail', '{"a":1}');

    // No wait: what is published is in the queues.
    const receive = async (name: string) =>
      (await stand.aws.queues.receive(name, { max: 1, waitMilliseconds: 0 }))[0]?.body ?? '';
    expect(await receive('raw')).toBe('{"a":1}');
    expect(JSON.parse(await receive('wrapped'))).toMatchObject({
      Type: 'Notification',
      Message: '{"a":1}',
    });
  });
});

describe('connections', () => {
  it('get what is posted; a gone one is said to be gone', async () => {
    const posted: string[] = [];
    await using stand = await standWith({
      callbacks: {
        postToConnection: (id, data) => {
          if (id !== 'abc=') return 'gone';
          posted.push(Buffer.from(data).toString());
          return 'sent';
        },
      },
    });
    const endpoint = `${stand.aws.endpoint}/execute-api/ws1/live`;
    const client = new ApiGatewayManagementApiClient({ ...stand.operator, endpoint });
    const post = (ConnectionId: string) =>
      client.send(new PostToConnectionCommand({ ConnectionId, Data: 'hi' }));

    await post('abc=');

    expect(posted).toEqual(['hi']);
    await expect(post('other')).rejects.toMatchObject({ name: 'GoneException' });
    client.destroy();
  });
});

describe('the gateway', () => {
  it('knows nobody but its roles', async () => {
    await using stand = await standWith({ queues: [{ name: 'q' }] });
    const credentials = { accessKeyId: 'AKIASTRANGER', secretAccessKey: 'x' };
    const client = new SQSClient({ ...stand.operator, credentials });
    const QueueUrl = queueUrl(stand.aws.endpoint, place, 'q');

    const send = client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));

    await expect(send).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    expect((await fetch(stand.aws.endpoint)).status).toBe(403);
    client.destroy();
  });
});

describe('chaos', () => {
  it('doubles deliveries and throttles by a seed, sparing the operator', async () => {
    const statements = [{ Effect: 'Allow' as const, Action: 'sqs:*', Resource: '*' }];
    const outcomes = async () => {
      await using stand = await standWith({
        queues: [{ name: 'q' }],
        roles: [{ name: 'hook', statements }],
        chaos: { seed: 7, throttle: 0.4 },
      });
      const client = new SQSClient(stand.as('hook'));
      const QueueUrl = queueUrl(stand.aws.endpoint, place, 'q');
      const names: string[] = [];
      for (let count = 0; count < 10; count += 1) {
        const sent = client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
        names.push(
          await sent.then(
            () => 'sent',
            (error: Error) => error.name,
          ),
        );
      }
      client.destroy();
      return names;
    };

    const first = await outcomes();

    expect(new Set(first)).toEqual(new Set(['sent', 'RequestThrottled']));
    expect(await outcomes()).toEqual(first);
  });

  it('leaves a doubled delivery visible', async () => {
    await using stand = await standWith({
      queues: [{ name: 'q' }],
      chaos: { seed: 1, duplicateDelivery: 1 },
    });
    await stand.aws.queues.send('q', 'twice');

    const receive = () => stand.aws.queues.receive('q', { max: 1, waitMilliseconds: 0 });
    const [first] = await receive();
    const [second] = await receive();

    expect(second?.messageId).toBe(first?.messageId);
  });
});
