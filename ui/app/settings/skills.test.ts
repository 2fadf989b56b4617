import { expect, it } from 'vitest';
import { Skills } from '../../../schemas/desk.ts';
import { skillKinds, withSkill } from './skills.ts';

it('every kind of skill can be chosen', () => {
  expect(skillKinds.toSorted()).toEqual(Object.keys(Skills.shape).toSorted());
});

it('a skill is added with its level and changed', () => {
  const first = withSkill({}, 'topics', ['bug', 3]);

  expect(withSkill(first, 'topics', ['bug', 5])).toEqual({ topics: { bug: 5 } });
});

it('the last skill of a kind takes the limit with it', () => {
  const skills = { topics: { bug: 3 }, languages: { ru: 4 } };

  expect(withSkill(skills, 'topics', ['bug', undefined])).toEqual({ languages: { ru: 4 } });
});
