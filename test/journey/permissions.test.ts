import { DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJourneyDesk, type JourneyDesk } from '../make/a-journey-desk.ts';
import { mailboxes } from '../make/letters.ts';
import { walkEverywhere } from '../make/walk-everywhere.ts';

let journey: JourneyDesk;
beforeAll(async () => {
  journey = await aJourneyDesk();
});
afterAll(() => journey.end());

/** Configuration of an SDK client in the role of a function. */
const inRoleOf = (functionName: string) => {
  const { aws, model } = journey.desk;
  const found = model.functions.find(({ name }) => name.endsWith(`-${functionName}`));
  return {
    region: model.region,
    endpoint: aws.endpoint,
    credentials: aws.credentialsOf(found?.roleName ?? ''),
    maxAttempts: 1,
  };
};
const functions = () =>
  journey.desk.model.functions.map(({ name }) => name.split('-').at(-1) ?? '');
/** `done`, or the name of the error. */
const outcomeOf = (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.name : 'error'),
  );

describe('what each role may not do', () => {
  it('is sending mail, for everybody but deliver', async () => {
    const send = (name: string) =>
      outcomeOf(
        new SESv2Client(inRoleOf(name)).send(
          new SendEmailCommand({
            FromEmailAddress: mailboxes.support,
            Destination: { ToAddresses: ['kim@example.net'] },
            Content: { Raw: { Data: Buffer.from('Subject: Hi\r\n\r\nHi') } },
          }),
        ),
      );

    const refused = await Promise.all(
      functions().map(async (name) => ({ name, outcome: await send(name) })),
    );

    const able = refused.filter(({ outcome }) => !outcome.startsWith('AccessDenied'));
    expect(able.map(({ name }) => name)).toEqual(['deliver']);
  });

  it('is writing tickets, for those whom strangers call or who only follow', async () => {
    const table = journey.table.name;
    const key = { PK: { S: 'T#1' }, SK: { S: '~' } };
    const write = async (name: string) => {
      const client = new DynamoDBClient(inRoleOf(name));
      const put = client.send(new PutItemCommand({ TableName: table, Item: key }));
      const update = client.send(new UpdateItemCommand({ TableName: table, Key: key }));
      return [name, await outcomeOf(put), await outcomeOf(update)];
    };
    const readers = ['portal', 'hook', 'chat', 'relay', 'tally', 'digest'];

    const outcomes = await Promise.all(readers.map(write));

    const denied = 'AccessDeniedException';
    expect(outcomes).toEqual(readers.map((name) => [name, denied, denied]));
  });

  it('is reading the providers’ secrets, for those who call no provider', async () => {
    const secret = journey.desk.model.secrets.find(({ name }) => name.endsWith('telegram-main'));
    const read = (name: string) =>
      outcomeOf(
        new SecretsManagerClient(inRoleOf(name)).send(
          new GetSecretValueCommand({ SecretId: secret?.name }),
        ),
      );

    const outcomes = await Promise.all(
      functions().map(async (name) => ({ name, outcome: await read(name) })),
    );

    const able = outcomes.filter(({ outcome }) => outcome === 'done').map(({ name }) => name);
    expect(able.toSorted()).toEqual(['deliver', 'hook', 'intake']);
  });
});

type Grant = { readonly role: string; readonly action: string; readonly resource: string };

/** Rights that AWS itself uses in a function's name, or that only an outage needs. */
const explained: readonly { readonly because: string; readonly is: (grant: Grant) => boolean }[] = [
  {
    because: 'logs and traces are written by Lambda itself',
    is: ({ action }) => /^(logs|xray):/.test(action),
  },
  {
    because: 'the stream mapping finds its stream',
    is: ({ action }) => action === 'dynamodb:ListStreams',
  },
  {
    because: 'a first timeline of more than one page, a file that is gone from the bucket',
    is: ({ role, action }) =>
      (role.includes('dispatch') && action === 'dynamodb:GetItem') ||
      (/deliver|api/.test(role) && action === 's3:ListBucket'),
  },
  {
    because: 'a webhook too long for the queue that nobody could read',
    is: ({ role, resource }) => role.includes('api') && resource.endsWith('/hook/*'),
  },
  {
    because: 'the stream mapping tells what it gave up',
    is: ({ resource }) => resource.endsWith('stream-dead'),
  },
];

describe('what each role may do', () => {
  it('is needed by a desk that does everything once, and nothing else is asked for', async () => {
    const before = journey.desk.aws.grants().denied.length;

    await walkEverywhere(journey);

    const { unused, denied } = journey.desk.aws.grants();
    const left = unused.filter((grant) => !explained.some(({ is }) => is(grant)));
    const roles = new Map(
      journey.desk.model.functions.map(({ name, roleName }) => [roleName, name.split('-').at(-1)]),
    );
    const named = left.flatMap(({ role, action, resource }) =>
      roles.has(role) ? [`${roles.get(role)} ${action} ${resource.split(/[:/]/).at(-1)}`] : [],
    );
    expect(named).toEqual([]);
    expect(denied.slice(before)).toEqual([]);
  });
});
