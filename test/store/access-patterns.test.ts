import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { partitionLoads } from './partition-loads.ts';
import { allAccessPatterns, renderAccessPatterns } from './render-access-patterns.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** `Store.method` of every interface of stores. */
const asked = [
  ...[
    'stores.ts',
    'people-stores.ts',
    'settings-stores.ts',
    'sending-stores.ts',
    'arrival-stores.ts',
    'visits.ts',
  ]
    .map((file) => read(`functions/desk/${file}`))
    .join('\n')
    .matchAll(/export interface (\w+) \{([\s\S]*?)\n\}/g),
].flatMap(([, store = '', body = '']) =>
  [...body.matchAll(/^ {2}(\w+)(?:<[^(]*>)?\(/gm)].map(([, method]) => `${store}.${method}`),
);

describe('the page of access patterns', () => {
  test('is what the data says (`npm run access-patterns` writes it)', () => {
    expect(read('docs/ACCESS-PATTERNS.md')).toBe(renderAccessPatterns());
  });

  test('has every question of the stores once', () => {
    expect(asked.length).toBeGreaterThan(30);
    expect(allAccessPatterns.map(({ asks }) => asks).toSorted()).toEqual(asked.toSorted());
  });

  test('shows no partition above its limit at a thousand messages a second', () => {
    expect(partitionLoads.filter(({ load, limit }) => load > limit)).toEqual([]);
  });
});
