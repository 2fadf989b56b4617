import type { FormField, Topic } from '../../../schemas/desk.ts';
import { freeId } from '../settings/free-id.ts';

export type FieldKind = FormField['kind'];
export const fieldKinds: readonly FieldKind[] = ['text', 'choice', 'date', 'amount', 'url', 'file'];
type FieldOption = NonNullable<FormField['options']>[number];

export const blankField = (form: readonly FormField[], name: string): FormField => ({
  id: freeId(form, 'field'),
  label: { en: name },
  kind: 'text',
  required: false,
  maxLength: 120,
});

export const blankOption = (options: readonly FieldOption[], name: string): FieldOption => ({
  id: freeId(options, 'option'),
  label: { en: name },
});

/** Only what is written has a length, and only a choice has choices; one begins with two. */
export const asKind = (field: FormField, kind: FieldKind, name: string): FormField => {
  const { maxLength, options = [], ...others } = field;
  const hasLength = kind === 'text' || kind === 'url';
  const first = options[0] ?? blankOption([], name);
  return {
    ...others,
    kind,
    ...(hasLength && maxLength && { maxLength }),
    ...(kind === 'choice' && {
      options: options.length > 0 ? options : [first, blankOption([first], name)],
    }),
  };
};

/** A topic that anybody may answer says nothing about it. */
export const withNeeds = (topic: Topic, needs: number): Topic => {
  const { needs: _, ...others } = topic;
  return needs > 1 ? { ...others, needs } : others;
};

export const withProtection = (topic: Topic, isProtected: boolean): Topic => {
  const { isProtected: _, ...others } = topic;
  return isProtected ? { ...others, isProtected } : others;
};
