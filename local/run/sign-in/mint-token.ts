import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import * as z from 'zod';
import { readPeople } from './people.ts';
import { signingKeys } from './signing-key.ts';

const settingsSchema = z.object({
  issuer: z.string(),
  clientId: z.string(),
  idTokenMinutes: z.number(),
});
/** What tokens of this desk say about their issuer; kept for tools outside the running desk. */
export type TokenSettings = z.infer<typeof settingsSchema>;

const fileIn = (dataFolder: string): string => join(dataFolder, 'sign-in', 'settings.json');

export function writeTokenSettings(dataFolder: string, settings: TokenSettings): void {
  writeFileSync(fileIn(dataFolder), JSON.stringify(settings));
}

/**
 * An ID token as the browser would get it, for tools and tests.
 * @throws when nobody has this address, or the desk was never started on this folder
 */
export async function mintToken(options: { dataFolder: string; email: string }): Promise<string> {
  const { dataFolder, email } = options;
  const people = readPeople(dataFolder);
  const person = people.find((one) => one.email.toLowerCase() === email.toLowerCase());
  if (!person) {
    const known = people.map((one) => one.email).join(', ');
    throw new Error(`Nobody has the address ${email}. Known: ${known || 'nobody yet'}`);
  }
  const settings = settingsSchema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
  const { jwk } = await signingKeys(dataFolder);
  return await new SignJWT({ email: person.email, email_verified: true, name: person.name })
    .setProtectedHeader({ alg: 'RS256', kid: jwk.kid })
    .setIssuer(settings.issuer)
    .setAudience(settings.clientId)
    .setSubject(person.sub)
    .setIssuedAt()
    .setExpirationTime(`${settings.idTokenMinutes}m`)
    .sign(await importJWK(jwk, 'RS256'));
}
