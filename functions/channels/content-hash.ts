import { createHash } from 'node:crypto';

/** SHA-256 of parts in order, hex; parts cannot run into each other. */
export function contentHash(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(`${part.length}:`);
    hash.update(part);
  }
  return hash.digest('hex');
}
