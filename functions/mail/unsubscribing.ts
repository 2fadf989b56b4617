import { createHash } from 'node:crypto';
import * as z from 'zod';
import { readToken, type Secrets, signToken } from '../secrets/signed-token.ts';

/** What is kept and sent in place of an address: links travel through logs and caches. */
export const addressHash = (address: string): string =>
  createHash('sha256').update(address.trim().toLowerCase()).digest('base64url');

/** People unsubscribe by old mail, too. */
const goodForMilliseconds = 3 * 365 * 86_400_000;

const Claims = z.object({ a: z.string().length(43) });

/**
 * Headers of every mail that is no person's answer: one press in the mail program, without opening a page (RFC 8058).
 * `at` is when the mail is written, epoch milliseconds.
 */
export function unsubscribeHeaders({
  address,
  appUrl,
  secrets,
  at,
}: {
  readonly address: string;
  /** Address of the desk's own pages. */
  readonly appUrl: string;
  readonly secrets: Secrets;
  readonly at: number;
}): readonly { readonly name: string; readonly value: string }[] {
  const token = signToken({
    secrets,
    purpose: 'unsubscribe',
    claims: { a: addressHash(address) },
    expiresAt: at + goodForMilliseconds,
  });
  const url = `${appUrl.replace(/\/$/, '')}/portal/unsubscribe?token=${token}`;
  return [
    { name: 'List-Unsubscribe', value: `<${url}>` },
    { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  ];
}

/** The hash of whose mail it is about; undefined for a token that is forged or too old. */
export const readUnsubscribing = (
  token: string,
  secrets: Secrets,
  now: number,
): string | undefined =>
  readToken({ secrets, purpose: 'unsubscribe', token, schema: Claims, now })?.a;
