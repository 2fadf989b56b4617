import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const folder = join(import.meta.dirname, '../docs/channels');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const page = (title: string, text: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escaped(title)}</title>
    <style>
      pre { max-width: 90ch; margin: 2rem auto; padding: 0 1rem; font: 15px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
    </style>
  </head>
  <body>
    <main><pre>${escaped(text)}</pre></main>
  </body>
</html>
`;

/** Channels that a guide was written for. */
export const guideNames = async (): Promise<readonly string[]> =>
  (await readdir(folder).catch(() => []))
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => basename(file, '.md'))
    .toSorted();

/**
 * Puts the guides of `docs/channels` beside the screens, as they are written: whoever connects a channel at night has
 * the desk, and perhaps not the repository.
 */
export async function writeGuides(outdir: string): Promise<void> {
  await mkdir(join(outdir, 'guides'), { recursive: true });
  for (const name of await guideNames()) {
    const text = await readFile(join(folder, `${name}.md`), 'utf8');
    const title = /^# (.*)$/m.exec(text)?.[1] ?? name;
    await writeFile(join(outdir, 'guides', `${name}.html`), page(title, text));
  }
}
