import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Credentials } from '../aws/contract.ts';
import { openKeyring } from '../aws/gateway/keys.ts';
import { operatorName } from '../aws/iam/access.ts';
import { type About, askDesk } from '../run/lock.ts';
import { UsageError } from './command.ts';

/** Where the local desk keeps everything; the same variable as for `npm start`. */
export const dataFolder = (): string => resolve(process.env['FIRSTLINE_DATA'] ?? '.local/data');

export type LocalDesk = { readonly about: About; readonly endpoint: string } & {
  readonly operator: Credentials;
};

/**
 * The desk that runs on the data folder, with the operator's key to its AWS stand-ins.
 * @throws UsageError when none runs
 */
export async function runningLocalDesk(): Promise<LocalDesk> {
  const folder = dataFolder();
  const about = await askDesk(baseIn(folder));
  if (about?.dataFolder !== folder)
    throw new UsageError(
      `No desk runs on ${folder}. Start it with "npm start", or name its folder: FIRSTLINE_DATA=/some/folder npm run -s desk -- …`,
    );
  const port = readFileSync(join(folder, 'aws-port'), 'utf8').trim();
  return {
    about,
    endpoint: `http://127.0.0.1:${port}`,
    operator: openKeyring(join(folder, 'aws')).credentialsOf(operatorName),
  };
}

function baseIn(folder: string): string {
  try {
    const { base } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as About;
    return base;
  } catch {
    return 'http://127.0.0.1:1';
  }
}

/** Secrets by which the local desk signs, as far as one was ever started here: explaining works without. */
export function localSigningSecrets(): readonly string[] {
  try {
    const text = readFileSync(join(dataFolder(), 'aws', 'secrets.json'), 'utf8');
    const kept = JSON.parse(text) as Record<string, { value: string }>;
    const signing = Object.entries(kept).find(([name]) => /signing/i.test(name))?.[1].value;
    if (signing === undefined) return [];
    return signing.startsWith('[') ? (JSON.parse(signing) as string[]) : [signing];
  } catch {
    return [];
  }
}
