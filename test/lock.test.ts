import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingPlatforms } from './complete-lock.ts';

const text = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8');

describe('the lock file', () => {
  it('names the packages of every platform, or `npm ci` refuses it: npm run lock', () => {
    expect(missingPlatforms(JSON.parse(text)).map(([place]) => place)).toEqual([]);
  });

  it('names no download address', () => {
    expect(text).not.toContain('"resolved"');
  });
});
