import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.ts';

export type Assembly = { folder: string; fromCache: boolean };

/** Older assemblies stay: going back to yesterday's branch should start as fast as staying. */
const KEPT_ASSEMBLIES = 4;

/**
 * Bundles and synthesizes the app, unless nothing changed since it was last done.
 * @param root the repository
 * @throws with what the bundler or CDK printed
 */
export async function prepareAssembly(
  root: string,
  say: (line: string) => void = () => {},
): Promise<Assembly> {
  const mark = fingerprint(root);
  const cache = join(root, '.local', 'cache');
  const folder = join(cache, mark);
  const bundleMark = join(root, 'dist', 'fingerprint');
  const isBundled = existsSync(bundleMark) && readFileSync(bundleMark, 'utf8') === mark;
  if (existsSync(join(folder, 'manifest.json')) && isBundled) {
    await utimes(folder, new Date(), new Date());
    return { folder, fromCache: true };
  }
  if (!isBundled) {
    say('bundling functions and screens');
    await run(root, ['lib/bundle.ts'], {});
    await writeFile(bundleMark, mark);
  }
  say('synthesizing the CDK app');
  const fresh = join(cache, `new-${process.pid}`);
  await mkdir(cache, { recursive: true });
  await run(root, ['bin/app.ts'], {
    CDK_OUTDIR: fresh,
    CDK_CONTEXT_JSON: contextOf(root),
    // The findings of cdk-nag and of the built-in rules are the tests' business.
    CDK_VALIDATION: 'false',
  });
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  await prune(cache);
  return { folder, fromCache: false };
}

/** Feature flags, which the CDK command line would hand over, shape the template. */
function contextOf(root: string): string {
  const file = join(root, 'cdk.json');
  const context: Record<string, unknown> = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')).context ?? {})
    : {};
  delete context['@aws-cdk/core:validateAgainstDefaultRules'];
  return JSON.stringify(context);
}

async function run(root: string, args: string[], variables: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`node ${args.join(' ')} failed:\n${printed}`);
}

async function prune(cache: string): Promise<void> {
  const names = await readdir(cache);
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(cache, name))).mtimeMs })),
  );
  const old = aged.sort((a, b) => b.at - a.at).slice(KEPT_ASSEMBLIES);
  await Promise.all(old.map(({ name }) => rm(join(cache, name), { recursive: true, force: true })));
}
