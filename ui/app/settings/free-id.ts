/** The first of `calendar-1`, `calendar-2` … that nothing has. */
export const freeId = (items: readonly { readonly id: string }[], kind: string): string => {
  const taken = new Set(items.map(({ id }) => id));
  let number = items.length + 1;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
};
