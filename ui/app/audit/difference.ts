/** One value that a change touched; a side is absent where there was nothing. */
export type Difference = {
  readonly path: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (value: unknown): string | undefined => {
  const id = isObject(value) ? (value['id'] ?? value['date']) : undefined;
  return typeof id === 'string' ? id : undefined;
};

/** Children by name: of a list by the items' ids where all have one, else by their place. */
const childrenOf = (value: unknown): ReadonlyMap<string, unknown> | undefined => {
  if (isObject(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value) || !value.some(isObject)) return undefined;
  const ids = value.map(idOf);
  const areNamed = !ids.includes(undefined) && new Set(ids).size === ids.length;
  return new Map(value.map((item, at) => [areNamed ? (ids[at] ?? '') : String(at + 1), item]));
};

/** What differs between two values, leaf by leaf; lists of plain values are one leaf. */
export function differencesOf(
  before: unknown,
  after: unknown,
  path: readonly string[] = [],
): readonly Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [was, is] = [childrenOf(before), childrenOf(after)];
  if ((!was && !is) || (was && !is && after !== undefined) || (is && !was && before !== undefined))
    return [
      { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
    ];
  const names = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return [...names].flatMap((name) =>
    differencesOf(was?.get(name), is?.get(name), [...path, name]),
  );
}

/** What came, went and changed in a list, as it is on record. */
export type Changes = {
  readonly added: readonly unknown[];
  readonly removed: readonly unknown[];
  readonly changed: readonly { readonly before: unknown; readonly after: unknown }[];
  readonly reordered: boolean;
};

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Reads a record's changes, also those of one thing (`before`, `after`); undefined if they are of another shape. */
export const changesIn = (value: unknown): Changes | undefined => {
  if (!isObject(value)) return undefined;
  if ('before' in value || 'after' in value)
    return {
      added: [],
      removed: [],
      changed: [{ before: value['before'], after: value['after'] }],
      reordered: false,
    };
  if (!('added' in value || 'removed' in value || 'changed' in value)) return undefined;
  return {
    added: listIn(value['added']),
    removed: listIn(value['removed']),
    changed: listIn(value['changed']).flatMap((pair) =>
      isObject(pair) ? [{ before: pair['before'], after: pair['after'] }] : [],
    ),
    reordered: value['reordered'] === true,
  };
};

/** What a person calls the item: its name in their language, else its id. */
export const nameOf = (item: unknown, language: string): string => {
  if (!isObject(item)) return '';
  const { name } = item;
  if (typeof name === 'string') return name;
  if (isObject(name)) {
    const own = name[language] ?? name['en'];
    if (typeof own === 'string') return own;
  }
  const id = idOf(item) ?? '';
  // `:mode` and the like are no items of the list.
  return id.startsWith(':') ? '' : id;
};
