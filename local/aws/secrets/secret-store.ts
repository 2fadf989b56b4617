import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretDefinition } from '../contract.ts';
import { generateSecret } from './generate.ts';

export interface SecretVersion {
  value: string;
  versionId: string;
  createdAt: string;
}

export interface SecretStore {
  get: (name: string) => SecretVersion | undefined;
  put: (name: string, value: string) => SecretVersion;
  names: () => string[];
}

/** Values are made once and kept in one file that only its owner may read. */
export function openSecretStore(
  dataFolder: string,
  definitions: readonly SecretDefinition[],
): SecretStore {
  const file = join(dataFolder, 'secrets.json');
  const kept: Record<string, SecretVersion> = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {};

  function put(name: string, value: string): SecretVersion {
    const version = { value, versionId: randomUUID(), createdAt: new Date().toISOString() };
    kept[name] = version;
    const temporary = `${file}.part`;
    writeFileSync(temporary, JSON.stringify(kept, null, 2), { mode: 0o600 });
    renameSync(temporary, file);
    return version;
  }

  for (const { name, value, generate } of definitions) {
    if (!kept[name]) put(name, value ?? generateSecret(generate ?? {}));
  }

  const known = new Set(definitions.map(({ name }) => name));
  return {
    get: (name) => (known.has(name) ? kept[name] : undefined),
    put,
    names: () => [...known],
  };
}
