import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { openTable, type Table } from '../../functions/dynamo/table.ts';
import { type DeskOptions, type RunningDesk, startDesk } from '../../local/run/desk-runner.ts';
import type { Agent, BuiltInRole } from '../../schemas/agent.ts';
import { alertSecret, connectionSecrets } from './journey-secrets.ts';
import { type Staff, type StaffOptions, staffOf } from './staff.ts';

/** Those that most journeys need. */
export const credentials = {
  botToken: connectionSecrets['telegram-main'].botToken,
  telegramSecret: connectionSecrets['telegram-main'].webhookSecrets[0],
  webhookSecret: connectionSecrets['shop-webhook'].secrets[0],
  alertSecret,
} as const;

type Person = { readonly name: string; readonly role: BuiltInRole; readonly leads?: string[] };

/** Olga is the settings' first admin; Lena hears of bugs when nobody holds them. */
const people: readonly Person[] = [
  { name: 'Olga', role: 'super-admin' },
  { name: 'Ann', role: 'operator' },
  { name: 'Bob', role: 'operator' },
  { name: 'Lena', role: 'admin', leads: ['bug'] },
  ...['Cid', 'Dora', 'Eve', 'Finn', 'Gus'].map((name) => ({ name, role: 'operator' as const })),
];
export const addressOf = (name: string) => `${name.toLowerCase()}@kopilka.example`;

export type JourneyDesk = {
  readonly desk: RunningDesk;
  /** The desk's table in the operator's hands. */
  readonly table: Table;
  readonly agents: Readonly<Record<string, Agent>>;
  readonly as: (name: string, options?: StaffOptions) => Promise<Staff>;
  /** Starts again on the same folder, after a crash. */
  readonly again: (options?: Partial<DeskOptions>) => Promise<JourneyDesk>;
  /** Stops it and forgets its folder. */
  readonly end: () => Promise<void>;
};

/** The whole desk from its template on a new folder: nine people, every provider's secret, no ticket. */
export async function aJourneyDesk(options: Partial<DeskOptions> = {}): Promise<JourneyDesk> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'firstline-journey-'));
  const known = people.map(({ name, role }) => ({
    sub: `sub-${name}`,
    email: addressOf(name),
    name,
    role,
  }));
  writeFileSync(join(dataFolder, 'people.json'), JSON.stringify(known));
  const desk = await startDesk({ dataFolder, seed: false, ...options });
  await fillSecrets(desk);
  const agents = await addPeople(desk);
  return inHands(desk, agents);
}

function inHands(desk: RunningDesk, agents: Readonly<Record<string, Agent>>): JourneyDesk {
  const { dataFolder } = desk;
  const { region, tables } = desk.model;
  const { operator, endpoint } = desk.aws;
  const client = new DynamoDBClient({ region, endpoint, credentials: operator, maxAttempts: 5 });
  return {
    desk,
    agents,
    table: openTable(tables[0]?.create.TableName ?? '', client),
    as: async (name, options) => staffOf(desk.baseUrl, await desk.token(addressOf(name)), options),
    again: async (options) =>
      inHands(await startDesk({ dataFolder, seed: false, ...options }), agents),
    end: async () => {
      client.destroy();
      await desk.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Puts into every secret what its provider would have issued. */
export async function fillSecrets({ aws, model }: RunningDesk): Promise<void> {
  const client = new SecretsManagerClient({
    region: model.region,
    endpoint: aws.endpoint,
    credentials: aws.operator,
  });
  const filled = [
    ...Object.entries(connectionSecrets).map(
      ([id, value]) => [`/connection/${id}`, value] as const,
    ),
    ['/alert-webhook', { secrets: [alertSecret] }] as const,
  ];
  for (const [ending, value] of filled) {
    const secret = model.secrets.find(({ name }) => name.endsWith(ending));
    if (!secret) throw new Error(`the template has no secret …${ending}`);
    await client.send(
      new PutSecretValueCommand({ SecretId: secret.name, SecretString: JSON.stringify(value) }),
    );
  }
  client.destroy();
}

/** As a real desk begins: the first admin signs in and adds the others. */
async function addPeople(desk: RunningDesk): Promise<Record<string, Agent>> {
  const olga = staffOf(desk.baseUrl, await desk.token(addressOf('Olga')));
  const me = await olga.get<{ agent: Agent }>('/api/me');
  const agents: Record<string, Agent> = { Olga: me.body.agent };
  for (const { name, role, leads = [] } of people.slice(1)) {
    const person = { email: addressOf(name), name, role, leads };
    const added = await olga.post<{ agent: Agent }>('/api/agents', person);
    agents[name] = added.body.agent;
  }
  return agents;
}
