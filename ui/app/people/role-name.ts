import { texts } from '../../texts/texts.ts';

/** A built-in role in the reader's language; the desk's own roles are called as they were named. */
export const roleName = (role: string): string => {
  const { roles } = texts.value.people;
  return Object.hasOwn(roles, role) ? roles[role as keyof typeof roles] : role;
};
