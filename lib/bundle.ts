import { existsSync, globSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { lambdaCredentials } from './lambda-credentials.ts';
import { lazyModules } from './lazy-modules.ts';

const root = join(import.meta.dirname, '..');
/** The stacks take their code from here. */
const distFolder = join(root, 'dist');

/** What one bundle weighs, uncompressed. */
type BundleSize = { name: string; bytes: number };

/**
 * Some dependencies are CommonJS and ask for Node's own modules by `require`, which an ES module lacks.
 */
const requireShim =
  "import{createRequire as __require}from'node:module';const require=__require(import.meta.url);";

/**
 * Bundles every function and tool in one esbuild call, and the screens by their own build.
 * Functions become `dist/functions/<name>/index.mjs` with the export `handler`, tools `dist/tools/<name>.mjs`.
 * The AWS SDK is bundled: the runtime's copy changes under a deployed function.
 */
export async function bundle(): Promise<BundleSize[]> {
  const entryPoints = [...functionEntries(), ...lazyEntries(), ...toolEntries()];
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Packages that publish both forms then come as ES modules, which can be shaken.
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: requireShim },
    loader: { '.ttf': 'binary' },
    plugins: [lambdaCredentials, lazyModules],
    metafile: true,
    logLevel: 'warning',
  });
  await forgetRemovedFunctions(metafile);
  await writeFile(join(distFolder, 'metafile.json'), JSON.stringify(metafile));
  await bundleScreens();
  return sizesOf(metafile);
}

function functionEntries() {
  return globSync('functions/entry/*/*.lambda.ts', { cwd: root })
    .sort()
    .map((file) => ({ in: file, out: `functions/${basename(dirname(file))}/index` }));
}

/** Parts of a function that it imports when they are needed; they lie beside its bundle, and beside the tools that do its work. */
function lazyEntries() {
  const files = globSync('functions/entry/*/*.lazy.ts', { cwd: root }).sort();
  const nameOf = (file: string) => basename(file, '.lazy.ts');
  // Two functions may each have the same part; the tools need it once.
  const once = new Map(files.map((file) => [nameOf(file), file]));
  return [
    ...files.map((file) => ({
      in: file,
      out: `functions/${basename(dirname(file))}/${nameOf(file)}`,
    })),
    ...[...once].map(([name, file]) => ({ in: file, out: `tools/${name}` })),
  ];
}

function toolEntries() {
  return globSync('functions/tool/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort()
    .map((file) => ({ in: file, out: `tools/${basename(file, '.ts')}` }));
}

/** Asset folders of functions that are gone would otherwise be deployed by name for ever. */
async function forgetRemovedFunctions(metafile: Metafile): Promise<void> {
  const folder = join(distFolder, 'functions');
  const made = new Set(Object.keys(metafile.outputs).map((file) => basename(dirname(file))));
  const stale = existsSync(folder) ? readdirSync(folder).filter((name) => !made.has(name)) : [];
  await Promise.all(stale.map((name) => rm(join(folder, name), { recursive: true })));
}

async function bundleScreens(): Promise<void> {
  const script = join(root, 'ui/build.ts');
  const screens = (await import(script)) as { buildWeb(outdir: string): Promise<unknown> };
  const outdir = join(distFolder, 'web');
  await mkdir(outdir, { recursive: true });
  await screens.buildWeb(outdir);
}

function sizesOf(metafile: Metafile): BundleSize[] {
  return Object.entries(metafile.outputs)
    .filter(([file]) => file.endsWith('.mjs'))
    .map(([file, { bytes }]) => ({
      name: file.replace(/^dist\//, '').replace(/\/index\.mjs$|\.mjs$/, ''),
      bytes,
    }));
}

if (import.meta.main) {
  const startedAt = performance.now();
  const sizes = await bundle();
  for (const { name, bytes } of sizes) {
    process.stdout.write(`${(bytes / 1024).toFixed(0).padStart(6)} KiB  ${name}\n`);
  }
  process.stdout.write(`${((performance.now() - startedAt) / 1000).toFixed(2)} s\n`);
}
