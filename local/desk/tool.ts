import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../../lib/bundle.ts';
import { fingerprint } from '../run/build/fingerprint.ts';

const repository = resolve(import.meta.dirname, '../..');
const distFolder = join(repository, 'dist');

/**
 * A bundle of `functions/tool`, built anew when its sources changed. The command sees the functions only through it,
 * as the runner does.
 */
export async function openTool<Tool>(name: string): Promise<Tool> {
  const file = join(distFolder, 'tools', `${name}.mjs`);
  const markFile = join(distFolder, 'fingerprint');
  const mark = fingerprint(repository);
  const isFresh = existsSync(markFile) && readFileSync(markFile, 'utf8') === mark;
  if (!isFresh || !existsSync(file)) {
    process.stderr.write('building …\n');
    await bundle();
    writeFileSync(markFile, mark);
  }
  return (await import(pathToFileURL(file).href)) as Tool;
}
