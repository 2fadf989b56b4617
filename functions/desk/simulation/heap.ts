/** A queue whose head is the least by `compare`. */
export type Heap<Thing> = {
  readonly size: () => number;
  readonly head: () => Thing | undefined;
  readonly push: (thing: Thing) => void;
  readonly pop: () => Thing | undefined;
};

/** A binary heap: both ways cost a logarithm, and thousands wait. */
export const newHeap = <Thing>(compare: (a: Thing, b: Thing) => number): Heap<Thing> => {
  const things: Thing[] = [];
  const swapIfLess = (child: number, parent: number): boolean => {
    const [a, b] = [things[child], things[parent]];
    if (a === undefined || b === undefined || compare(a, b) >= 0) return false;
    things[child] = b;
    things[parent] = a;
    return true;
  };
  const rise = (index: number): void => {
    for (let at = index; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!swapIfLess(at, parent)) return;
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const [a, b] = [things[left], things[right]];
      if (a === undefined) return;
      const least = b !== undefined && compare(b, a) < 0 ? right : left;
      if (!swapIfLess(least, at)) return;
      at = least;
    }
  };
  return {
    size: () => things.length,
    head: () => things[0],
    push: (thing) => {
      things.push(thing);
      rise(things.length - 1);
    },
    pop: () => {
      const head = things[0];
      const last = things.pop();
      if (things.length > 0 && last !== undefined) {
        things[0] = last;
        sink();
      }
      return head;
    },
  };
};
