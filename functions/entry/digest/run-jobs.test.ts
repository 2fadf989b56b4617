import { describe, expect, it } from 'vitest';
import { runJobs } from './run-jobs.ts';

describe('the jobs of a night', () => {
  const ran: string[] = [];
  const job = (name: string, isBroken = false) => ({
    name,
    run: async () => {
      ran.push(name);
      if (isBroken) throw new Error('broken');
    },
  });

  it('run one after the other; one that fails stops no other, and the night counts as failed', async () => {
    const night = runJobs([job('first'), job('second', true), job('third')]);

    await expect(night()).rejects.toThrow('failed: second');

    expect(ran).toEqual(['first', 'second', 'third']);
  });
});
