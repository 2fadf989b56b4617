import { arrivalStore } from '../../dynamo/arrivals.ts';
import { openTable } from '../../dynamo/table.ts';
import type { DigestDeps } from './digest-deps.ts';
import type { DigestEnv } from './env.ts';

export function digestDeps(env: DigestEnv): DigestDeps {
  const table = openTable(env.TABLE_NAME);
  return { arrivals: arrivalStore(table), now: () => new Date().toISOString() };
}
