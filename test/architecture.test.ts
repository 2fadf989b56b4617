import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

const sourcesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|css)$/.test(entry.name))
    .filter((entry) => !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('node_modules'));

const rooms = ['schemas', 'functions', 'lib', 'bin', 'ui', 'local', 'test'];
const sources = rooms.flatMap(sourcesBelow);

/** Files of this repository that a file imports, type imports marked. */
const importsOf = (file: string): { target: string; isType: boolean }[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:^|\n)(import|export)( type)?[^'";]*?from '(\.[^']+)'/g,
    ),
  ].map(([, , isType, path = '']) => ({
    target: relative(root, resolve(root, dirname(file), path)),
    isType: isType !== undefined,
  }));

const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('test/');
const roomOf = (file: string): string => {
  const [room = '', inner = ''] = file.split('/');
  if (room !== 'functions') return room;
  if (inner === 'desk') return 'functions/desk';
  if (inner === 'entry' || inner === 'tool') return 'functions/entry';
  return 'functions/adapters';
};

/** Which rooms a room may import from; arrows never turn back (architecture.md, "Rooms"). */
const allowed: Record<string, readonly string[]> = {
  schemas: ['schemas'],
  'functions/desk': ['schemas', 'functions/desk'],
  'functions/adapters': ['schemas', 'functions/desk', 'functions/adapters'],
  'functions/entry': ['schemas', 'functions/desk', 'functions/adapters', 'functions/entry'],
  lib: ['schemas', 'lib', 'cdk.json'],
  bin: ['schemas', 'lib', 'bin', 'desk.config.ts'],
  ui: ['schemas', 'ui'],
  local: ['schemas', 'local', 'lib', 'desk.config.ts'],
};

const isAllowed = (file: string, target: string, isType: boolean): boolean => {
  const from = roomOf(file);
  if (allowed[from]?.includes(roomOf(target))) return true;
  return from === 'lib' && isType && /^functions\/entry\/[a-z-]+\/env\.ts$/.test(target);
};

describe('the house', () => {
  const files = sources.filter((file) => !isTest(file));

  it('has arrows that never turn back', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target, isType }) => !isAllowed(file, target, isType))
        .map(({ target }) => `${file} → ${target}`),
    );

    expect(wrong).toEqual([]);
  });

  it('keeps the business pure: no cloud, no environment, no clock, no chance', () => {
    const impure = files.filter(
      (file) =>
        roomOf(file) === 'functions/desk' &&
        /@aws-sdk|process\.env|Date\.now\(|new Date\(\)|Math\.random|randomUUID|randomBytes/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
    );

    expect(impure).toEqual([]);
  });

  it('reads the environment in env.ts only', () => {
    const readers = files.filter(
      (file) =>
        file.startsWith('functions/') &&
        !file.endsWith('/env.ts') &&
        !file.startsWith('functions/observe/environment') &&
        /process\.env/.test(readFileSync(join(root, file), 'utf8')),
    );

    expect(readers).toEqual([]);
  });

  it('has no file over 300 lines, tests included', () => {
    const long = sources.filter(
      (file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301,
    );

    expect(long).toEqual([]);
  });

  it('deploys what `find functions -name "*.lambda.ts"` lists, each under 25 lines', () => {
    const entries = files.filter((file) => file.endsWith('.lambda.ts'));
    const long = entries.filter(
      (file) => readFileSync(join(root, file), 'utf8').split('\n').length > 25,
    );

    expect(entries.map((file) => file.split('/')[2]).toSorted()).toEqual([
      'api',
      'chat',
      'clock',
      'deliver',
      'digest',
      'dispatch',
      'feedback',
      'hook',
      'intake',
      'portal',
      'relay',
      'tally',
    ]);
    expect(long).toEqual([]);
  });

  it('has key strings of the table in keys.ts only', () => {
    const others = files.filter(
      (file) =>
        file.startsWith('functions/') &&
        file !== 'functions/dynamo/keys.ts' &&
        /['"`](TKT|CUS|AGT|PTR|DUE|FEED|STAT)#/.test(readFileSync(join(root, file), 'utf8')),
    );

    expect(others).toEqual([]);
  });

  it('has no skipped test, no `any` and no silenced compiler', () => {
    const shape = new RegExp(
      [
        '\\b(it|test|describe)\\.(skip|todo|only)\\b',
        '\\bskipIf\\b',
        '[:<(] ?any\\b',
        'as any\\b',
        '@ts-(ignore|expect-error|nocheck)',
      ].join('|'),
    );
    const wrong = sources.filter(
      (file) =>
        file !== 'test/architecture.test.ts' &&
        shape.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    );

    expect(wrong).toEqual([]);
  });
});

/** Prose may say "any"; code may not. */
function withoutComments(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
    .replace(/'[^'\n]*'|`[^`]*`/g, "''");
}
