import { type Figure, quantile } from '../figure.ts';
import type { Driven } from '../load/drive.ts';
import type { Stand } from '../stand/start-stand.ts';

type Observed<Result> = {
  readonly result: Result;
  readonly rss_mb: number;
  readonly cpu_s: number;
};

/** Runs something and tells what the desk took meanwhile. */
export async function observed<Result>(
  stand: Stand,
  work: () => Promise<Result>,
): Promise<Observed<Result>> {
  const before = stand.usage();
  const result = await work();
  const after = stand.usage();
  return {
    result,
    rss_mb: after.residentMegabytes,
    cpu_s: after.cpuSeconds - before.cpuSeconds,
  };
}

const shared = ({ result, rss_mb, cpu_s }: Observed<Driven>) => ({
  n: result.latencies.length,
  p50: quantile(result.latencies, 0.5),
  p99: quantile(result.latencies, 0.99),
  rss_mb,
  cpu_s,
});

export const asRate = (name: string, driven: Observed<Driven>): Figure => ({
  name,
  value: driven.result.latencies.length / driven.result.seconds,
  unit: '1/s',
  ...shared(driven),
});

/** The value is the median. */
export const asLatency = (name: string, driven: Observed<Driven>): Figure => ({
  name,
  value: quantile(driven.result.latencies, 0.5),
  unit: 'ms',
  ...shared(driven),
});
