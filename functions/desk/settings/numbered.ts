import { isDeepStrictEqual } from 'node:util';

type Versioned = { readonly id: string; readonly version: number };

const isSame = (one: Versioned, other: Versioned): boolean =>
  isDeepStrictEqual({ ...one, version: 0 }, { ...other, version: 0 });

/**
 * Gives what changed a version that no item of this id ever had: running clocks stand on the old ones for good, also
 * on those of an item that was taken away and comes again. `expects` is the list's version that the editor saw; it
 * rises with every save, so `expects + 2` does too, and is above every default's 1.
 */
export const numbered = <Item extends Versioned>(
  before: readonly Item[],
  after: readonly Item[],
  expects: number,
): readonly Item[] => {
  const known = new Map(before.map((item) => [item.id, item]));
  return after.map((item) => {
    const old = known.get(item.id);
    return old && isSame(old, item) ? old : { ...item, version: expects + 2 };
  });
};
