import { describe, expect, test } from 'vitest';
import type { FormField } from '../../../schemas/desk.ts';
import { Problem } from '../../desk/problem.ts';
import { checkFields } from './check-fields.ts';

const aField = (over: Partial<FormField>): FormField => ({
  id: 'field',
  label: { en: 'Field' },
  kind: 'text',
  required: false,
  ...over,
});
const faultOf = (field: Partial<FormField>, value: string, fileCount = 0): string | undefined => {
  try {
    checkFields({ form: [aField(field)] }, { field: value }, fileCount);
    return undefined;
  } catch (error) {
    return error instanceof Problem ? error.extras.errors?.[0]?.path : String(error);
  }
};

describe('a form’s field', () => {
  test.each<[string, Partial<FormField>, string]>([
    ['is required and empty', { required: true }, ' '],
    ['is longer than allowed', { maxLength: 3 }, 'four'],
    ['is a day that does not exist', { kind: 'date' }, '2026-02-30'],
    ['is a date in words', { kind: 'date' }, 'yesterday'],
    ['is an amount without figures', { kind: 'amount' }, 'much'],
    [
      'is no option',
      { kind: 'choice', options: [{ id: 'phone', label: { en: 'Phone' } }] },
      'fridge',
    ],
    ['is an address that could run script', { kind: 'url' }, 'javascript:alert(1)'],
    ['is a file that is missing', { kind: 'file', required: true }, ''],
  ])('is refused when it %s', (_name, field, value) => {
    expect(faultOf(field, value)).toBe('body.fields.field');
  });

  test.each<[string, Partial<FormField>, string]>([
    ['a date', { kind: 'date' }, '2026-02-28'],
    ['an amount', { kind: 'amount' }, '1 200,50 ₽'],
    ['an address', { kind: 'url' }, 'https://shop.example/a'],
    ['nothing, when it is not required', { kind: 'date' }, ''],
  ])('may be %s', (_name, field, value) => {
    expect(faultOf(field, value)).toBeUndefined();
  });
});
