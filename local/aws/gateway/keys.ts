import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from '../contract.ts';

/** Access keys of the roles, made from one seed so that presigned links outlive a restart. */
export interface Keyring {
  credentialsOf: (roleName: string) => Credentials;
  /** The role's name, once its credentials were asked for. */
  roleOf: (accessKeyId: string) => string | undefined;
  secretOf: (accessKeyId: string) => string | undefined;
}

export function openKeyring(dataFolder: string): Keyring {
  const seed = seedIn(dataFolder);
  const byName = new Map<string, Credentials>();
  const byKey = new Map<string, { roleName: string; secretAccessKey: string }>();

  function credentialsOf(roleName: string): Credentials {
    const known = byName.get(roleName);
    if (known) return known;
    const mac = createHmac('sha256', seed).update(roleName).digest();
    const credentials = {
      accessKeyId: `AKIALOCAL${mac.toString('hex').slice(0, 11).toUpperCase()}`,
      secretAccessKey: mac.toString('base64url').slice(0, 40),
    };
    byName.set(roleName, credentials);
    byKey.set(credentials.accessKeyId, {
      roleName,
      secretAccessKey: credentials.secretAccessKey,
    });
    return credentials;
  }

  return {
    credentialsOf,
    roleOf: (accessKeyId) => byKey.get(accessKeyId)?.roleName,
    secretOf: (accessKeyId) => byKey.get(accessKeyId)?.secretAccessKey,
  };
}

function seedIn(dataFolder: string): string {
  const file = join(dataFolder, 'access-key-seed');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
