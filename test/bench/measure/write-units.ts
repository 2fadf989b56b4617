import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { StillMeasurement } from '../measurement.ts';

const repository = join(import.meta.dirname, '../../..');

/** What the store tests count from the database's returned capacity; they hold the budgets, this only prints them. */
export const writeUnits: StillMeasurement = {
  name: 'write-units',
  run: function* () {
    const vitest = join(repository, 'node_modules/vitest/vitest.mjs');
    const args = [
      vitest,
      'run',
      'test/store/budgets.test.ts',
      '--disable-console-intercept',
      '--silent=false',
    ];
    const printed = execFileSync(process.execPath, args, {
      cwd: repository,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    for (const [, operation = '', units] of printed.matchAll(
      /^(.+): ([\d.]+) of \d+ write units/gm,
    ))
      yield { name: `write-units: ${operation}`, value: Number(units), unit: 'WRU', n: 1 };
  },
};
