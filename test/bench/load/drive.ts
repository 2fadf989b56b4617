import { setTimeout as wait } from 'node:timers/promises';

export type Driven = {
  readonly seconds: number;
  /** Milliseconds of each operation. */
  readonly latencies: readonly number[];
};

type Load = { readonly count: number; readonly concurrency: number };

/** Closed loop: each of so many workers begins its next operation when the last one ended. */
export async function drive(
  { count, concurrency }: Load,
  work: (index: number, worker: number) => Promise<unknown>,
): Promise<Driven> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  let next = 0;
  const run = async (worker: number): Promise<void> => {
    while (next < count) {
      const index = next++;
      const from = performance.now();
      await work(index, worker);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, worker) => run(worker)));
  return { seconds: (performance.now() - startedAt) / 1_000, latencies };
}

/** Open loop: operations begin at a fixed rate, whether or not earlier ones ended; a late start counts as waiting. */
export async function driveAtRate(
  { count, perSecond }: { readonly count: number; readonly perSecond: number },
  work: (index: number) => Promise<unknown>,
): Promise<Driven> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const one = async (index: number): Promise<void> => {
    const from = startedAt + (index * 1_000) / perSecond;
    await wait(Math.max(0, from - performance.now()));
    await work(index);
    latencies.push(performance.now() - from);
  };
  await Promise.all(Array.from({ length: count }, (_, index) => one(index)));
  return { seconds: (performance.now() - startedAt) / 1_000, latencies };
}
