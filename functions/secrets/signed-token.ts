import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/** What a token allows; a token of one purpose is worthless for another. */
export type TokenPurpose = 'push' | 'upload' | 'unsubscribe' | 'visit' | 'visitor';

const Envelope = z.object({ e: z.number().int(), c: z.unknown() });

/** While one secret replaces another both verify; the current one comes first and signs. */
export type Secrets = readonly [string, ...string[]];

/** One secret, a key per purpose: HMAC-SHA256(secret, purpose). */
const macOf = (secret: string, purpose: TokenPurpose, payload: string): Buffer => {
  const key = createHmac('sha256', secret).update(`firstline token ${purpose}`).digest();
  return createHmac('sha256', key).update(payload).digest();
};

/**
 * A statement of ours that we recognize when it comes back: `<payload>.<mac>`, both base64url, JSON inside.
 * Readable by whoever holds it; `expiresAt` in epoch milliseconds.
 */
export const signToken = ({
  secrets,
  purpose,
  claims,
  expiresAt,
}: {
  readonly secrets: Secrets;
  readonly purpose: TokenPurpose;
  readonly claims: unknown;
  readonly expiresAt: number;
}): string => {
  const payload = Buffer.from(JSON.stringify({ e: expiresAt, c: claims })).toString('base64url');
  return `${payload}.${macOf(secrets[0], purpose, payload).toString('base64url')}`;
};

/** The token's claims, or `undefined` when it is forged, expired, of another purpose or of another shape. */
export const readToken = <Schema extends z.ZodType>({
  secrets,
  purpose,
  token,
  schema,
  now,
}: {
  readonly secrets: Secrets;
  readonly purpose: TokenPurpose;
  readonly token: string;
  readonly schema: Schema;
  readonly now: number;
}): z.output<Schema> | undefined => {
  const [payload = '', signature = '', ...rest] = token.split('.');
  if (
    rest.length > 0 ||
    !secrets.some((secret) => isSigned(secret, purpose, { payload, signature }))
  )
    return undefined;
  const envelope = Envelope.safeParse(
    JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
  );
  if (!envelope.success || envelope.data.e <= now) return undefined;
  return schema.safeParse(envelope.data.c).data;
};

const isSigned = (
  secret: string,
  purpose: TokenPurpose,
  { payload, signature }: { readonly payload: string; readonly signature: string },
): boolean => {
  const given = Buffer.from(signature, 'base64url');
  const expected = macOf(secret, purpose, payload);
  return given.length === expected.length && timingSafeEqual(given, expected);
};
