import type { FuseStore } from '../../functions/desk/stores.ts';

/** Counts by key, of one window. */
export const memoryFuses = (): FuseStore => {
  const counts = new Map<string, number>();
  return {
    count: async ({ key }) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return counts.get(key) ?? 0;
    },
  };
};
