import type { ChaosOptions } from './contract.ts';

/** Repeatable mischief: the same seed and the same sequence of calls give the same decisions. */
export interface Chaos {
  throttles: () => boolean;
  raisesConflict: () => boolean;
  duplicates: () => boolean;
  reorders: () => boolean;
  shuffled: <T>(list: readonly T[]) => T[];
  delay: () => Promise<void> | undefined;
}

export function chaosOf(options: ChaosOptions | undefined): Chaos | undefined {
  if (!options) return undefined;
  const random = randomOf(options.seed);
  const happens = (probability = 0) => probability > 0 && random() < probability;

  return {
    throttles: () => happens(options.throttle),
    raisesConflict: () => happens(options.transactionConflict),
    duplicates: () => happens(options.duplicateDelivery),
    reorders: () => happens(options.reorderDelivery),
    shuffled: (list) =>
      list
        .map((value) => ({ value, rank: random() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ value }) => value),
    delay() {
      if (!options.delay || !happens(options.delay.probability)) return undefined;
      const milliseconds = random() * options.delay.maxMilliseconds;
      return new Promise((resolve) => setTimeout(resolve, milliseconds));
    },
  };
}

/** Mulberry32, a small generator of numbers from 0 to 1 with a 32-bit seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
