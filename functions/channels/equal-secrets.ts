import { timingSafeEqual } from 'node:crypto';

/** Compares in a time that depends on the lengths only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether `given` is one of the active secrets; looks at all of them, so time does not tell which. */
export function isOneOf(given: string, secrets: readonly string[]): boolean {
  const bytes = Buffer.from(given);
  return secrets.reduce((hit, secret) => equalBytes(bytes, Buffer.from(secret)) || hit, false);
}
