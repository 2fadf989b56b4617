import { basename } from 'node:path';
import type { Plugin } from 'esbuild';

const fontPackage = '@expo-google-fonts/pt-sans';

/**
 * What a function seldom needs stands in a file `<name>.lazy.ts` of its entry and becomes `<name>.mjs` beside the
 * function's bundle: imported at the moment of use, it costs no cold start. Fonts, which the sources read from their
 * package, are put into the bundle that prints with them.
 */
export const lazyModules: Plugin = {
  name: 'lazy-modules',
  setup(esbuild) {
    esbuild.onResolve({ filter: /\.lazy\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import'
        ? { path: `./${basename(path, '.lazy.ts')}.mjs`, external: true }
        : undefined,
    );
    esbuild.onLoad({ filter: /letter[\\/]fonts\.ts$/ }, () => ({
      contents: [
        `import regular from '${fontPackage}/400Regular/PTSans_400Regular.ttf';`,
        `import bold from '${fontPackage}/700Bold/PTSans_700Bold.ttf';`,
        'export const letterFonts = () => ({ regular, bold });',
      ].join('\n'),
      loader: 'js',
    }));
  },
};
