import { writeFileSync } from 'node:fs';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { agentStore } from '../dynamo/agents.ts';
import { archiveStore } from '../dynamo/archive.ts';
import { presenceStore } from '../dynamo/presence.ts';
import { openTable, type Table } from '../dynamo/table.ts';
import { signingSecretsOf } from '../entry/signing-secrets.ts';
import { trainModels } from '../entry/train-models.ts';
import { newSecrets } from '../secrets/secrets.ts';
import { newObjectStore } from '../storage/object-store.ts';
import { newS3Client } from '../storage/s3-client.ts';
import { arrivalHistory } from './seed/arrival-history.ts';
import { fillCredentials } from './seed/credentials.ts';
import { readSeedEnv, type SeedEnv } from './seed/env.ts';
import { seededAgents, signInPeople } from './seed/people.ts';
import { seededPresence } from './seed/presence.ts';
import { reserveNumbers, saveItems, saveObjects } from './seed/save-desk.ts';
import { saveHistory } from './seed/save-history.ts';
import { firstNumber, tellDesk } from './seed/tell-desk.ts';

/**
 * Fills a new desk: its people, and unless told otherwise two weeks of tickets. A process of its own, because the
 * functions it calls write their logs to standard output. Progress goes to standard error.
 */

const dayMilliseconds = 86_400_000;

const say = (line: string) => process.stderr.write(`${line}\n`);

const seedPeople = async (table: Table, env: SeedEnv) => {
  const openedAt = new Date(Date.parse(env.SEED_NOW) - 30 * dayMilliseconds).toISOString();
  const agents = seededAgents(openedAt);
  const store = agentStore(table);
  // `taken`: an earlier try came so far.
  for (const agent of agents) await store.save(agent, 'new');
  writeFileSync(env.SEED_PEOPLE_FILE, JSON.stringify(signInPeople(agents), null, 2));
  return agents;
};

const seedTickets = async (
  table: Table,
  env: SeedEnv,
  agents: Awaited<ReturnType<typeof seedPeople>>,
): Promise<void> => {
  const secrets = newSecrets({ client: new SecretsManagerClient(), now: Date.now });
  const signing = signingSecretsOf(await secrets.read(env.SIGNING_SECRET_ARN));
  const { world, tickets } = await tellDesk({
    seed: env.SEED_NUMBER,
    settings: env.DESK_SETTINGS,
    topics: Object.keys(env.TOPIC_QUEUE_URLS),
    secrets: [signing[0], ...signing.slice(1)],
    rawBucket: env.RAW_BUCKET,
    agents,
    until: Date.parse(env.SEED_NOW),
  });
  await reserveNumbers(table, firstNumber + tickets);
  const history = arrivalHistory({
    seed: env.SEED_NUMBER,
    topics: Object.keys(env.TOPIC_QUEUE_URLS),
    zone: env.DESK_SETTINGS.timeZone,
    until: Date.parse(env.SEED_NOW),
  });
  await saveHistory(table, history);
  const presence = presenceStore(table);
  for (const one of seededPresence(agents, Date.parse(env.SEED_NOW))) await presence.save(one, 0);
  const s3 = newS3Client();
  // Files first: a ticket on the screen must not name what is not there yet.
  await saveObjects(newObjectStore(s3, env.FILES_BUCKET), world.files);
  await saveObjects(newObjectStore(s3, env.RAW_BUCKET), world.raw);
  const items = world.desk.items();
  await saveItems(table, items);
  await trainModels({
    archive: archiveStore(table),
    files: newObjectStore(s3, env.FILES_BUCKET),
    language: env.DESK_SETTINGS.language,
    topics: Object.keys(env.TOPIC_QUEUE_URLS),
    now: env.SEED_NOW,
  });
  say(`seeded ${tickets} tickets (${items.length} items)`);
};

/** Beginning of the names of connections' secrets: one of them without its id. */
const secretsPrefix = ({ CONNECTION_SECRETS: names }: SeedEnv): string | undefined =>
  Object.entries(names).map(([id, name]) => name.slice(0, -id.length))[0];

const env = readSeedEnv();
const table = openTable(env.TABLE_NAME);
const agents = await seedPeople(table, env);
say(`seeded ${agents.length} people`);
const prefix = secretsPrefix(env);
if (prefix !== undefined)
  await fillCredentials(new SecretsManagerClient(), {
    prefix,
    connections: env.DESK_SETTINGS.connections,
  });
if (!env.SEED_EMPTY) await seedTickets(table, env, agents);
