import type { BuiltInRole } from '../../../schemas/agent.ts';

type Words<K extends string> = Record<K, string>;

/** Words of the page of people. */
export type PeopleTexts = Words<
  'title' | 'hint' | 'add' | 'name' | 'email' | 'role' | 'none' | 'save' | 'saved' | 'you'
> & { roles: Words<BuiltInRole> };
