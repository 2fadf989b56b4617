import { describe, expect, it } from 'vitest';
import { FormField, type Topic } from '../../../schemas/desk.ts';
import { asKind, blankField, fieldKinds, withNeeds, withProtection } from './topics.ts';

const topic: Topic = {
  id: 'bug',
  name: { en: 'Bug' },
  question: { en: 'What is broken?' },
  line: 'front',
  keywords: [],
  form: [],
  isPublic: true,
};

describe('a question of the form', () => {
  const field = blankField([], 'New question');

  it('can be saved as it begins, with an id that is free', () => {
    expect(FormField.parse(field)).toEqual(field);
    expect(blankField([field], 'New question').id).toBe('field-2');
  });

  it.each(fieldKinds)('can be answered by: %s', (kind) => {
    expect(FormField.parse(asKind(field, kind, 'New choice'))).toMatchObject({ kind });
  });

  it('begins with two choices of ids of their own, and forgets them with being a choice', () => {
    const choice = asKind(field, 'choice', 'New choice');

    expect(choice.options?.map(({ id }) => id)).toEqual(['option-1', 'option-2']);
    expect(choice.maxLength).toBeUndefined();
    expect(asKind(choice, 'date', 'New choice').options).toBeUndefined();
  });
});

it('a topic that anybody may answer and give away says nothing of it', () => {
  const changed = withProtection(withNeeds(topic, 4), true);

  expect(changed).toMatchObject({ needs: 4, isProtected: true });
  expect(withProtection(withNeeds(changed, 1), false)).toEqual(topic);
});

it('every kind of answer can be chosen', () => {
  expect(fieldKinds.toSorted()).toEqual(FormField.shape.kind.options.toSorted());
});
