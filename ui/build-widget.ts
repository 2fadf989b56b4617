import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type Plugin, transform } from 'esbuild';

const root = import.meta.dirname;

/** A style sheet as text, small: the widget makes its sheet by script. */
const sheetAsText: Plugin = {
  name: 'sheet-as-text',
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const sheet = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { loader: 'text', contents: sheet.code.trim() };
    });
  },
};

/**
 * Builds the site chat's widget into `outdir/chat.js`: one classic script under one name for good, because other
 * people's pages name it. In ASCII, because such a script is read in the page's own encoding.
 */
export async function buildWidget(outdir: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['chat.tsx'],
    outfile: join(outdir, 'chat.js'),
    bundle: true,
    format: 'iife',
    target: ['chrome108', 'firefox115', 'safari16.4'],
    charset: 'ascii',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
    plugins: [sheetAsText],
    legalComments: 'none',
    logLevel: 'warning',
  });
  return metafile;
}
