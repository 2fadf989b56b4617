import type { Agent, Scope } from '../../../schemas/agent.ts';
import type { Skills } from '../../../schemas/desk.ts';

/** What can be changed of a person; what they do not have is `undefined`. */
export type Draft = {
  readonly name: string;
  readonly role: string;
  readonly active: boolean;
  readonly lines: readonly string[];
  readonly leads: readonly string[];
  readonly scope: Scope | undefined;
  readonly skills: Skills | undefined;
  readonly shiftId: string | undefined;
  readonly substituteId: string | undefined;
};

export const draftOf = (agent: Agent): Draft => ({
  name: agent.name,
  role: agent.role,
  active: agent.active,
  lines: agent.lines,
  leads: agent.leads,
  scope: agent.scope,
  skills: agent.skills,
  shiftId: agent.shiftId,
  substituteId: agent.substituteId,
});

/** A change as the API takes it: what differs; `null` takes off. */
type Patch = {
  name?: string;
  role?: string;
  active?: boolean;
  lines?: string[];
  leads?: string[];
  scope?: Scope | null;
  skills?: Skills | null;
  shiftId?: string | null;
  substituteId?: string | null;
};

export const patchOf = (before: Draft | undefined, after: Draft): Patch =>
  Object.fromEntries(
    Object.entries(after)
      .filter(
        ([field, value]) =>
          JSON.stringify(value) !== JSON.stringify(before?.[field as keyof Draft]),
      )
      .map(([field, value]) => [field, value ?? null]),
  );

type Limit = keyof Scope;

/** With one of the two lists taken or left; no list at all is no scope. */
export const withLimit = (
  scope: Scope | undefined,
  limit: Limit,
  list: string[] | undefined,
): Scope | undefined => {
  const { [limit]: _, ...rest } = scope ?? {};
  const next: Scope = list ? { ...rest, [limit]: list } : rest;
  return next.topics || next.lines ? next : undefined;
};

export type SkillKind = keyof Skills;

/** With a level of one thing, or without it; a kind that has none left is no limit again. */
export const withSkill = (
  skills: Skills | undefined,
  kind: SkillKind,
  [id, level]: readonly [string, number | undefined],
): Skills | undefined => {
  const { [id]: _, ...others } = (skills?.[kind] ?? {}) as Record<string, number>;
  const levels = level === undefined ? others : { ...others, [id]: level };
  const { [kind]: __, ...kinds } = skills ?? {};
  const next: Skills = Object.keys(levels).length > 0 ? { ...kinds, [kind]: levels } : kinds;
  return Object.keys(next).length > 0 ? next : undefined;
};

/** What the list of people is narrowed to. */
export type Filter = {
  readonly text: string;
  readonly role: string;
  readonly isWithInactive: boolean;
};

/** People by name who fit; every word must begin one of the name or stand in the address. */
export const found = (people: readonly Agent[], filter: Filter): readonly Agent[] => {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ name, email, role, active }: Agent) => {
    const names = name.toLocaleLowerCase().split(/[\s-]+/);
    return (
      (active || filter.isWithInactive) &&
      (filter.role === '' || filter.role === role) &&
      words.every((word) => email.includes(word) || names.some((part) => part.startsWith(word)))
    );
  };
  return people.filter(fits).toSorted((a, b) => a.name.localeCompare(b.name));
};
