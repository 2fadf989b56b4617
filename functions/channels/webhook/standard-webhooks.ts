import { createHmac } from 'node:crypto';
import { isOneOf } from '../equal-secrets.ts';

/**
 * Standard Webhooks, both directions. Thirty lines of our own instead of the `standardwebhooks` package, which
 * brings its own SHA-256 in JavaScript and checks one secret at a time.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */

/** A signed request older or younger than this is refused, seconds. */
export const toleranceSeconds = 300;

/** `whsec_` and base64; the spec asks for 24 to 64 bytes. */
function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
}

/** `body` is signed as it goes over the wire; `timestamp` in unix seconds. */
export function signature(
  secret: string,
  signed: { readonly id: string; readonly timestamp: string; readonly body: Uint8Array },
): string {
  const mac = createHmac('sha256', keyOf(secret));
  mac.update(`${signed.id}.${signed.timestamp}.`).update(signed.body);
  return `v1,${mac.digest('base64')}`;
}

/** Headers of a request of ours; one signature per active secret, so that the receiver can rotate. */
export function signedHeaders(
  secrets: readonly string[],
  { id, body, now }: { readonly id: string; readonly body: Uint8Array; readonly now: number },
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets
      .map((secret) => signature(secret, { id, timestamp, body }))
      .join(' '),
  };
}

export type SignatureFault = 'unsigned' | 'stale' | 'forged';

/** What is wrong with a request's signature, or undefined. Versions other than `v1` are passed over. */
export function signatureFault(
  request: { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array },
  secrets: readonly string[],
  now: number,
): SignatureFault | undefined {
  const header = (name: string) =>
    request.headers[`webhook-${name}`] ?? request.headers[`svix-${name}`] ?? '';
  const [id, timestamp] = [header('id'), header('timestamp')];
  const given = header('signature')
    .split(' ')
    .filter((entry) => entry.startsWith('v1,'));
  if (id === '' || !/^\d{1,12}$/.test(timestamp) || given.length === 0) return 'unsigned';
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) return 'stale';
  const expected = secrets.map((secret) =>
    signature(secret, { id, timestamp, body: request.body }),
  );
  // A sender may list many signatures; more than ten is no rotation.
  return given.slice(0, 10).some((entry) => isOneOf(entry, expected)) ? undefined : 'forged';
}
