import { untilQuiet } from '../load/until-quiet.ts';
import type { Measurement } from '../measurement.ts';

/** Proportional set of all processes of the desk. */
export const memoryWhen = (name: string): Measurement => ({
  name: 'memory',
  run: async function* (stand) {
    await untilQuiet(stand);
    const { proportionalMegabytes, residentMegabytes } = stand.usage();
    yield {
      name: `memory.${name}`,
      value: proportionalMegabytes,
      unit: 'MB',
      n: 1,
      rss_mb: residentMegabytes,
    };
  },
});
