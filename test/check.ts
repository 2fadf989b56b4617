import '../local/node-version.cjs';
import { spawnSync } from 'node:child_process';

/** What every commit passes, fastest first. `npm test` runs everything else too. */
const steps: readonly (readonly [name: string, command: string, ...options: string[]])[] = [
  ['format', 'biome', 'format', '.'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['types', 'tsc', '--noEmit', '-p', '.'],
  ['types of the screens', 'tsc', '--noEmit', '-p', 'ui'],
  ['dead code', 'knip'],
  ['fast tests', 'vitest', 'run', '--project', 'unit'],
];

for (const [name, command, ...options] of steps) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status !== 0) {
    console.error(`${stdout}${stderr}\nRun it alone: npx ${[command, ...options].join(' ')}`);
    process.exit(1);
  }
}
