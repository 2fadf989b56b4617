import { isDeepStrictEqual } from 'node:util';

export type ListChanges = {
  readonly added: readonly unknown[];
  readonly removed: readonly unknown[];
  readonly changed: readonly { readonly before: unknown; readonly after: unknown }[];
  /** The items stand in another order, which decides where the first match wins. */
  readonly reordered: boolean;
};

type Named = { readonly id: string };

/** What one save did to a list, for the audit trail: whole items, but only those that are concerned. */
export const changesOf = (before: readonly Named[], after: readonly Named[]): ListChanges => {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  const kept = after.filter(({ id }) => old.has(id)).map(({ id }) => id);
  const keptBefore = before.filter(({ id }) => now.has(id)).map(({ id }) => id);
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed: after.flatMap((item) => {
      const was = old.get(item.id);
      return was && !isDeepStrictEqual(was, item) ? [{ before: was, after: item }] : [];
    }),
    reordered: !isDeepStrictEqual(kept, keptBefore),
  };
};
