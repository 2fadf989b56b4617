import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export type SigningKeys = {
  /** RS256, as Cognito signs. Private part included. */
  jwk: JWK & { kid: string };
  cookieKey: string;
};

/** The issuer's keys, made once per data folder, so that sessions outlive a restart. */
export async function signingKeys(dataFolder: string): Promise<SigningKeys> {
  const file = join(dataFolder, 'sign-in', 'keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'local', alg: 'RS256', use: 'sig' };
  const keys = { jwk, cookieKey: crypto.randomUUID() };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}
