import type { Skills } from '../../../schemas/desk.ts';

export type SkillKind = keyof Skills;
export const skillKinds: readonly SkillKind[] = ['topics', 'languages', 'tiers', 'channels'];

/** One skill with its level, or taken away by `undefined`; a kind with none left is no limit and is left out. */
export const withSkill = (
  skills: Skills,
  kind: SkillKind,
  [id, level]: readonly [string, number | undefined],
): Skills => {
  const { [kind]: before = {}, ...others } = skills;
  const { [id]: _, ...rest } = before as Record<string, number>;
  const now = level === undefined ? rest : { ...before, [id]: level };
  return Object.keys(now).length > 0 ? { ...others, [kind]: now } : others;
};
