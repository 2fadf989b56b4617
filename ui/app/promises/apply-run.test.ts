import { describe, expect, it } from 'vitest';
import { type Progress, runOver } from './apply-run.ts';

/** Two pages of each topic, ten tickets a page. */
const run = async (over: { topics?: string[]; stopAfter?: number } = {}) => {
  const asked: string[] = [];
  const seen: Progress[] = [];
  await runOver({
    topics: over.topics ?? ['bug', 'payouts'],
    isTrial: true,
    ask: async ({ topic, cursor, isTrial }) => {
      asked.push(`${topic} ${cursor ?? 'begin'} ${isTrial}`);
      return { looked: 10, changed: 3, skipped: 1, ...(cursor ? {} : { cursor: 'next' }) };
    },
    onProgress: (progress) => seen.push(progress),
    isStopped: () => asked.length >= (over.stopAfter ?? Number.POSITIVE_INFINITY),
  });
  return { asked, seen };
};

describe('a run over topics', () => {
  it('reads each to its end and adds up', async () => {
    const { asked, seen } = await run();

    expect(asked).toEqual([
      'bug begin true',
      'bug next true',
      'payouts begin true',
      'payouts next true',
    ]);
    expect(seen.at(-1)).toEqual({ looked: 40, changed: 12, skipped: 4 });
  });

  it('ends where it is stopped', async () => {
    const { asked } = await run({ stopAfter: 3 });

    expect(asked).toHaveLength(3);
  });

  it('is nothing without topics', async () => {
    expect((await run({ topics: [] })).asked).toEqual([]);
  });
});
