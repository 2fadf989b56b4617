import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Figure } from '../figure.ts';
import { quantile } from '../figure.ts';
import type { StillMeasurement } from '../measurement.ts';

const repository = join(import.meta.dirname, '../../..');

/** `npm start -- --empty` until it says that it is ready, without npm's own time. */
export const startTimes: StillMeasurement = {
  name: 'start',
  run: async function* () {
    const clone = copyOfSources();
    const data = mkdtempSync(join(tmpdir(), 'firstline-bench-start-'));
    try {
      yield seconds('start.cold', [await startOnce(clone, data)]);
      const again = [1, 2, 3];
      const times: number[] = [];
      for (const _ of again) times.push(await startOnce(clone, data));
      yield seconds('start.warm', times);
    } finally {
      rmSync(clone, { recursive: true, force: true });
      rmSync(data, { recursive: true, force: true });
    }
  },
};

const seconds = (name: string, times: readonly number[]): Figure => ({
  name,
  value: quantile(times, 0.5),
  unit: 's',
  n: times.length,
});

/** A fresh clone has no bundles and no synthesized app; packages are there, `npm ci` is not ours to measure. */
function copyOfSources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-bench-clone-'));
  const list = execFileSync('git', ['ls-files', '-z'], { cwd: repository, encoding: 'utf8' });
  for (const file of list.split('\0').filter(Boolean))
    cpSync(join(repository, file), join(folder, file), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Seconds from the process's start to its line `ready`. */
async function startOnce(clone: string, data: string): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, ['local/start.ts', '--empty'], {
    cwd: clone,
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
      PORT: '0',
      SMTP_PORT: '0',
      FIRSTLINE_DATA: data,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let printed = '';
  const took = await new Promise<number>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      if (/ s {2}ready$/m.test(printed)) resolve((performance.now() - from) / 1_000);
    });
    void ended.then(() => reject(new Error(`the desk did not start:\n${printed}`)));
  });
  child.kill('SIGTERM');
  await ended;
  return took;
}
