import { summarize } from '../../observe/context.ts';
import { log } from '../../observe/log.ts';
import type { Job } from './jobs.ts';

/** Runs one job after the other. One that fails keeps no other from running; the run as a whole then failed. */
export const runJobs = (jobs: readonly Job[]) => async (): Promise<void> => {
  const failed: string[] = [];
  for (const { name, run } of jobs) {
    try {
      await run();
      log.info('digest.job.done', { job: name });
    } catch (error) {
      failed.push(name);
      log.error('digest.job.failed', { job: name }, error);
    }
  }
  summarize({ jobs: jobs.length, failed: failed.length });
  // Lambda runs it again twice; the alarm must see it.
  if (failed.length > 0) throw new Error(`failed: ${failed.join(', ')}`);
};
