import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Seed } from '../run/seed-contract.ts';

const tool = resolve(import.meta.dirname, '../../dist/tools/seed.mjs');
/** Any number; another one tells other stories. */
const seedNumber = 2026;

/**
 * Fills a fresh desk by the bundle that knows the real rules, in the name of the operator. A try that was cut off is
 * done again with the times of the first, so that it writes the same tickets and not more of them.
 */
export const seed: Seed = async (options) => {
  const { dataFolder, awsEndpoint, region, operator, model, say } = options;
  const intake = model.functions.find(({ name }) => name.endsWith('-intake'));
  if (!intake) throw new Error('The template has no function "intake" to take settings from');
  const child = spawn(process.execPath, ['--enable-source-maps', tool], {
    // Only what is named: the functions it calls must find the local services and no others.
    env: {
      ...intake.environment,
      AWS_ENDPOINT_URL: awsEndpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: operator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: operator.secretAccessKey,
      SEED_NOW: startedAt(dataFolder, options.now),
      SEED_NUMBER: String(seedNumber),
      SEED_EMPTY: String(options.empty),
      SEED_PEOPLE_FILE: join(dataFolder, 'people.json'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const told: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    told.push(line);
    if (line.startsWith('seeded')) say(line);
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0)
    throw new Error(`The desk could not be seeded. Try again with --fresh.\n${told.join('\n')}`);
};

function startedAt(dataFolder: string, now: Date): string {
  const file = join(dataFolder, 'seed-started');
  if (!existsSync(file)) writeFileSync(file, now.toISOString());
  return readFileSync(file, 'utf8').trim();
}
