import { tallyStore } from '../../functions/dynamo/tallies.ts';
import type { JourneyDesk } from './a-journey-desk.ts';
import { until } from './until.ts';

/** The work of a night, on a desk that has counted what comes for some days. */
export async function walkNight({ desk, table }: JourneyDesk): Promise<void> {
  const tallies = tallyStore(table);
  await until('days that were counted from their beginning on', async () => {
    const tally = await tallies.load();
    if (!tally.arrivals) return false;
    const since = new Date(Date.now() - 7 * 86_400_000).toISOString();
    const arrivals = { ...tally.arrivals, since };
    return (await tallies.save({ ...tally, arrivals })) === 'saved';
  });
  const night = await desk.invoke('digest', {});
  if (night.kind === 'error') throw new Error(`the night failed: ${JSON.stringify(night.error)}`);
}
