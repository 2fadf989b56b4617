import { closedArrivals } from '../../desk/peaks/arrivals.ts';
import { log } from '../../observe/log.ts';
import type { DigestDeps } from './digest-deps.ts';

/**
 * Writes the days that are over, as tally counted them, for good. Each of the last three days is written every night:
 * what came late is in the next one, and nights that were missed are made up for.
 */
export const closeDays = async ({
  arrivals,
  now,
}: Pick<DigestDeps, 'arrivals' | 'now'>): Promise<void> => {
  const days = closedArrivals(await arrivals.recent(), now());
  for (const day of days) await arrivals.save(day);
  log.info('digest.arrivals.saved', { days: days.length });
};
