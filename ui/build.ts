import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { endpoints } from '../schemas/api/index.ts';
import { buildWidget } from './build-widget.ts';
import { guideNames, writeGuides } from './guides.ts';

const root = import.meta.dirname;

/** A module of that name which holds what `read` answers while building. */
const made = (name: string, read: () => Promise<unknown>): Plugin => ({
  name,
  setup(esbuild) {
    esbuild.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
    esbuild.onLoad({ filter: /.*/, namespace: name }, async () => ({
      loader: 'json',
      contents: JSON.stringify(await read()),
    }));
  },
});

/**
 * Gives screens the endpoint table without zod: name → [method, path], read from `schemas/api` while building,
 * so that the client and the router cannot disagree.
 */
const endpointTable = made('endpoint-table', async () =>
  Object.fromEntries(endpoints.map(({ name, method, path }) => [name, [method, path]])),
);

/** Pages of the site: each an HTML file beside this one and an entry script of the same name. */
const pages = ['index', 'request'] as const;

/**
 * Builds the screens into `outdir`: hashed scripts and styles under `assets/`, pages that name them.
 * The same sources give the same bytes.
 */
export async function buildWeb(outdir: string): Promise<Metafile> {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: pages.map((page) => ({ in: `${page}.tsx`, out: page })),
    outdir: join(outdir, 'assets'),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['chrome120', 'firefox120', 'safari17'],
    minify: true,
    // Modules are UTF-8 by definition; a Russian letter escaped would be three times as long.
    charset: 'utf8',
    sourcemap: 'linked',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    metafile: true,
    plugins: [endpointTable, made('guide-list', guideNames)],
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const page of pages) await writePage(page, { outdir, metafile });
  await buildWidget(outdir);
  await writeGuides(outdir);
  await copyFile(join(root, 'icon.svg'), join(outdir, 'icon.svg'));
  await copyFile(join(root, '../docs/openapi.json'), join(outdir, 'openapi.json'));
  return metafile;
}

type Target = { outdir: string; metafile: Metafile };

async function writePage(
  page: (typeof pages)[number],
  { outdir, metafile }: Target,
): Promise<void> {
  const [script, output] =
    Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === `${page}.tsx`) ??
    [];
  if (!script || !output) throw new Error(`no script was built for ${page}.tsx`);
  const html = await readFile(join(root, `${page}.html`), 'utf8');
  const asset = (file: string) => `/assets/${file.split('/').at(-1)}`;
  const filled = html
    .replace('%script%', asset(script))
    .replace('%style%', output.cssBundle ? asset(output.cssBundle) : '');
  await writeFile(join(outdir, `${page}.html`), filled);
}
