import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the bundles and the template are made from. */
const INPUTS = [
  'bin/**/*.ts',
  'lib/**/*.ts',
  'functions/**/*.ts',
  'schemas/**/*.ts',
  'ui/**/*',
  'desk.config.ts',
  'cdk.json',
  'docs/openapi.json',
  'package-lock.json',
];

/** One hash over names and contents: the same input gives the same template. */
export function fingerprint(root: string): string {
  const files = globSync(INPUTS, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
