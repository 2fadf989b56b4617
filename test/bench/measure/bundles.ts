import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure, quantile } from '../figure.ts';
import type { StillMeasurement } from '../measurement.ts';

const dist = join(import.meta.dirname, '../../../dist');
const functionNames = (): string[] => readdirSync(join(dist, 'functions')).toSorted();
const bundleOf = (name: string): string => join(dist, 'functions', name, 'index.mjs');

export const bundleSizes: StillMeasurement = {
  name: 'bundle',
  run: function* () {
    for (const name of functionNames())
      yield {
        name: `bundle.${name}`,
        value: statSync(bundleOf(name)).size / 1024,
        unit: 'KiB',
        n: 1,
      };
    yield* scriptSizes();
  },
};

/** What the browser loads before a page can be used, compressed as CloudFront does at its default level. */
function* scriptSizes(): Iterable<Figure> {
  for (const page of ['index', 'request']) {
    const html = readFileSync(join(dist, 'web', `${page}.html`), 'utf8');
    const first = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, file = '']) => file);
    const files = withImports(first);
    const bytes = files.map((file) => gzipSync(readFileSync(join(dist, 'web', file))).length);
    const value = bytes.reduce((sum, one) => sum + one, 0) / 1024;
    yield { name: `script.${page}`, value, unit: 'KiB', n: files.length };
  }
}

/** Scripts and what they import statically; what is imported later is not part of the first load. */
function withImports(first: readonly string[]): string[] {
  const files = [...new Set(first)];
  for (const file of files) {
    const source = readFileSync(join(dist, 'web', file), 'utf8');
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
    for (const [, name = ''] of source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
      const imported = join(folder, name);
      if (!files.includes(imported)) files.push(imported);
    }
  }
  return files;
}

/** Import alone, in a new process: what a cold start adds to the runtime's own. The handler's environment is missing. */
const importTime = `
const from = performance.now();
await import(process.argv[1]).catch(() => {});
process.stdout.write(String(performance.now() - from), () => process.exit(0));
`;

export const moduleLoads: StillMeasurement = {
  name: 'module-load',
  run: function* (scale) {
    const runs = Math.max(3, scale(9));
    for (const name of functionNames()) {
      const times = Array.from({ length: runs }, () => {
        const args = ['--input-type=module', '-e', importTime, bundleOf(name)];
        // A handler refuses to start without its variables and says so; that is the last thing it does.
        const printed = execFileSync(process.execPath, args, { encoding: 'utf8' });
        return Number(printed.trim().split(/[\n}]/).at(-1));
      });
      const p50 = quantile(times, 0.5);
      yield {
        name: `module-load.${name}`,
        value: p50,
        unit: 'ms',
        n: runs,
        p50,
        p99: quantile(times, 0.99),
      };
    }
  },
};
