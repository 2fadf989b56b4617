import { longestWaiting, readAllOfTopic } from '../../dynamo/lists.ts';
import { openTable } from '../../dynamo/table.ts';
import { tallyStore } from '../../dynamo/tallies.ts';
import type { TallyEnv } from './env.ts';
import type { TallyDeps } from './tally-deps.ts';

export function tallyDeps(env: TallyEnv): TallyDeps {
  const table = openTable(env.TABLE_NAME);
  return {
    tally: tallyStore(table),
    longestWaiting: (topic) => longestWaiting(table, topic),
    readAll: (topic, group, take) => readAllOfTopic(table, { topic, group }, take),
    now: () => new Date().toISOString(),
  };
}
