import { texts } from '../../texts/texts.ts';

/** A built-in role in the reader's language; the desk's own roles are called as they were named. */
export const roleName = (
  role: string,
  own: readonly { readonly id: string; readonly name: string }[] = [],
): string => {
  const { roles } = texts.value.people;
  if (Object.hasOwn(roles, role)) return roles[role as keyof typeof roles];
  return own.find(({ id }) => id === role)?.name ?? role;
};
