/** Chance that repeats: the same seed tells the same stories. */
export type Random = {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Thing>(things: readonly Thing[]) => Thing;
  /** One of the names, by their weights. */
  readonly weighted: <Name extends string>(
    weights: Readonly<Partial<Record<Name, number>>>,
  ) => Name;
  /** A wait with this median, in the same unit; now and then several times as long, as people are. */
  readonly wait: (median: number) => number;
};

/** mulberry32 by Tommy Ettinger (public domain): 32 bits of state are enough for some thousand choices. */
export const newRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: <Thing>(things: readonly Thing[]): Thing => {
      const picked = things[between(0, things.length - 1)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    weighted: (weights) => {
      const names = Object.keys(weights) as (keyof typeof weights)[];
      let rest = next() * names.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
      const found = names.find((name) => (rest -= weights[name] ?? 0) < 0) ?? names.at(-1);
      if (found === undefined) throw new Error('nothing to weigh');
      return found;
    },
    wait: (median) => median * Math.exp(0.75 * (next() + next() + next() - 1.5) * 1.8),
  };
};
