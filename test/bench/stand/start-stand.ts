import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { openTable, type Table } from '../../../functions/dynamo/table.ts';
import { mintToken } from '../../../local/run/sign-in/mint-token.ts';
import { type HttpClient, httpClient } from '../load/http-client.ts';
import type { DeskPlace } from './desk-place.ts';
import { type Usage, usageOf } from './usage.ts';

/** A desk in another process, and what a load needs to talk to it. */
export type Stand = {
  readonly baseUrl: string;
  readonly smtpPort: number;
  /** The desk's table in the operator's hands. */
  readonly table: Table;
  /** The staff API as the first admin. */
  readonly staff: HttpClient;
  /** Without a token. */
  readonly visitor: HttpClient;
  readonly webhookSecret: string;
  readonly usage: () => Usage;
  readonly stop: () => Promise<void>;
};

/** The settings' first admin. */
const admin = { sub: 'sub-olga', email: 'olga@kopilka.example', name: 'Olga', role: 'super-admin' };
const webhookSecret = `whsec_${Buffer.from('the benchmark signs its webhooks').toString('base64')}`;

/** Starts the desk on a new folder: one admin, the webhook's secret, no ticket. */
export async function startStand(): Promise<Stand> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'firstline-bench-'));
  writeFileSync(join(dataFolder, 'people.json'), JSON.stringify([admin]));
  const child = fork(join(import.meta.dirname, 'desk.child.ts'), [dataFolder]);
  const place = await new Promise<DeskPlace>((resolve, reject) => {
    child.once('message', (message) => resolve(message as DeskPlace));
    child.once('exit', (code) => reject(new Error(`the desk ended with ${code}`)));
  });
  await fillSecret(place);
  const { region, awsEndpoint: endpoint, operator: credentials } = place;
  const client = new DynamoDBClient({ region, endpoint, credentials, maxAttempts: 5 });
  const token = await mintToken({ dataFolder, email: admin.email });
  const staff = httpClient(place.baseUrl, { authorization: `Bearer ${token}` });
  const visitor = httpClient(place.baseUrl);
  await staff.get('/api/me');
  return {
    ...place,
    webhookSecret,
    table: openTable(place.tableName, client),
    staff,
    visitor,
    usage: () => usageOf(child.pid ?? 0),
    stop: async () => {
      client.destroy();
      staff.close();
      visitor.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.send('stop');
      await ended;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function fillSecret(place: DeskPlace): Promise<void> {
  const { region, awsEndpoint: endpoint, operator: credentials } = place;
  const client = new SecretsManagerClient({ region, endpoint, credentials });
  const SecretString = JSON.stringify({ secrets: [webhookSecret] });
  await client.send(new PutSecretValueCommand({ SecretId: place.webhookSecret, SecretString }));
  client.destroy();
}
