/** Chance that repeats: the same seed plays the same day. */
export type Chance = {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** One of the names by their parts; undefined when there are none. */
  readonly oneOf: <Name extends string>(
    parts: Readonly<Partial<Record<Name, number>>>,
  ) => Name | undefined;
  /** Time until the next of events that come `rate` times in a unit, in that unit. */
  readonly gap: (rate: number) => number;
  /** Around a median; one of ten lies above `p90`. */
  readonly lognormal: (median: number, p90: number) => number;
};

/** The ninetieth percentile of the standard normal distribution. */
const z90 = 1.281_551_6;

/** Sigma of the logarithm, from median and ninetieth percentile. */
export const sigmaOf = (median: number, p90: number): number => Math.log(p90 / median) / z90;

/** mulberry32 by Tommy Ettinger (public domain): a day asks some ten thousand times. */
export const newChance = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** Box and Muller; `1 - next()` is never zero. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    oneOf: (parts) => {
      const names = Object.keys(parts) as (keyof typeof parts)[];
      let rest = next() * names.reduce((sum, name) => sum + (parts[name] ?? 0), 0);
      return names.find((name) => (rest -= parts[name] ?? 0) < 0) ?? names.at(-1);
    },
    gap: (rate) => -Math.log(1 - next()) / rate,
    lognormal: (median, p90) => median * Math.exp(sigmaOf(median, p90) * normal()),
  };
};
