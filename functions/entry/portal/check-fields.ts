import type { FormField, Topic } from '../../../schemas/desk.ts';
import { invalid } from '../../desk/problem.ts';

type Fault = { readonly path: string; readonly message: string };

/** Values of the fields the topic asks for; what it does not ask for is left out. */
export type FieldValues = Readonly<Record<string, string>>;

/**
 * Checks what was typed against the topic's own form: required, lengths, kinds. Files come as attachments and are
 * not among the values.
 * @throws Problem `fields.invalid` naming every faulty field
 */
export const checkFields = (
  topic: Pick<Topic, 'form'>,
  typed: FieldValues,
  fileCount: number,
): FieldValues => {
  const faults: Fault[] = [];
  const kept: Record<string, string> = {};
  for (const field of topic.form) {
    const value = (typed[field.id] ?? '').trim();
    const message = field.kind === 'file' ? fileFault(field, fileCount) : valueFault(field, value);
    if (message) faults.push({ path: `body.fields.${field.id}`, message });
    else if (value && field.kind !== 'file') kept[field.id] = value;
  }
  if (faults.length > 0)
    throw invalid('fields.invalid', 'Some fields of the form need another look.', {
      errors: faults,
    });
  return kept;
};

const fileFault = (field: FormField, fileCount: number): string | undefined =>
  field.required && fileCount === 0 ? 'A file is needed.' : undefined;

const valueFault = (field: FormField, value: string): string | undefined => {
  if (!value) return field.required ? 'This field is needed.' : undefined;
  const longest = field.maxLength ?? 400;
  if (value.length > longest) return `At most ${longest} characters.`;
  return kindFaults[field.kind]?.(value, field);
};

const kindFaults: Readonly<
  Partial<Record<FormField['kind'], (value: string, field: FormField) => string | undefined>>
> = {
  date: (value) =>
    isDate(value) ? undefined : 'Give the date as year-month-day, like 2026-11-22.',
  amount: (value) => (/\d/.test(value) ? undefined : 'Give the amount in figures.'),
  choice: (value, { options = [] }) =>
    options.some((option) => option.id === value) ? undefined : 'Choose one of the options.',
  url: (value) =>
    isWebAddress(value) ? undefined : 'Give the whole address, beginning with https://',
};

/** A day that exists: 30 February does not. */
const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  (new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) ?? false);

const isWebAddress = (value: string): boolean => {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol);
};
