import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from './build.ts';

let folder = '';
let metafile: Metafile;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'firstline-web-'));
  metafile = await buildWeb(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Scripts a page loads at once: its own, those of the longest language, and everything they import. Screens opened later are not among them. */
const scriptsOf = (page: string): readonly string[] => {
  const outputs = Object.entries(metafile.outputs);
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path, kind } of metafile.outputs[file]?.imports ?? [])
      if (kind === 'import-statement') visit(path);
  };
  for (const wanted of [`${page}.tsx`, 'texts/ru.ts'])
    for (const [file, { entryPoint }] of outputs) if (entryPoint === wanted) visit(file);
  return [...seen];
};
const compressedKilobytes = (scripts: readonly string[]) =>
  scripts
    .map((script) => readFileSync(join(folder, 'assets', script.split('/').at(-1) ?? '')))
    .reduce((sum, bytes) => sum + gzipSync(bytes).length, 0) / 1024;

describe('the built screens', () => {
  it.each([
    ['index', 60],
    ['request', 30],
  ])('load at most what was promised: %s below %i KB of script', (page, limit) => {
    const scripts = scriptsOf(page);

    expect(scripts.length).toBeGreaterThan(0);
    expect(compressedKilobytes(scripts)).toBeLessThan(limit);
  });

  it('bring the chat to other people’s pages in one file of less than 25 KB', () => {
    const script = readFileSync(join(folder, 'chat.js'));

    expect(gzipSync(script).length).toBeLessThan(25 * 1024);
    // Read in the page's own encoding, and as a classic script.
    expect(script.every((byte) => byte < 128)).toBe(true);
    expect(() => new Script(script.toString('utf8'))).not.toThrow();
  });

  it('name their script and style in each page', () => {
    for (const page of ['index', 'request'])
      expect(readFileSync(join(folder, `${page}.html`), 'utf8')).toMatch(
        /assets\/[\w-]+\.css"[\s\S]*assets\/[\w-]+\.js"/,
      );
  });

  it('bring no schema library to the browser', () => {
    const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));

    expect(inputs.filter((file) => file.includes('node_modules/zod'))).toEqual([]);
  });
});
