import type { FormField as Field } from '../../schemas/desk.ts';
import { language } from '../state/preferences.ts';
import { texts } from '../texts/texts.ts';

/** A topic's question, or one that every form asks. */
export type Question = Pick<Field, 'id' | 'label' | 'required' | 'maxLength' | 'options'> & {
  kind: Exclude<Field['kind'], 'file'> | 'long-text' | 'name' | 'email';
  hint?: string;
};

type Props = {
  field: Question;
  value: string;
  problem?: string | undefined;
  onInput: (value: string) => void;
};

/** One question with its answer; files have their own part. */
export const FormField = ({ field, value, problem, onInput }: Props) => {
  const label = field.label[language.value] ?? field.label.en;
  const id = `field-${field.id}`;
  const describedBy = [field.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean);
  const common = {
    id,
    name: field.id,
    value,
    required: field.required,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': describedBy.join(' ') || undefined,
  };
  return (
    <div class="field">
      <label for={id}>
        {label} {!field.required && <span class="hint">({texts.value.request.optional})</span>}
      </label>
      <Control field={field} common={common} onInput={onInput} />
      {field.hint && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
};

type ControlProps = Pick<Props, 'field' | 'onInput'> & { common: Record<string, unknown> };

/** How the browser asks for each kind of answer. */
const inputs = {
  text: { type: 'text' },
  date: { type: 'date' },
  url: { type: 'url', inputMode: 'url' },
  amount: { type: 'text', inputMode: 'decimal' },
  name: { type: 'text', autocomplete: 'name' },
  email: { type: 'email', autocomplete: 'email' },
} as const;

const Control = ({ field, common, onInput }: ControlProps) => {
  if (field.kind === 'choice')
    return (
      <select {...common} onChange={(event) => onInput(event.currentTarget.value)}>
        <option value="" />
        {field.options?.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label[language.value] ?? option.label.en}
          </option>
        ))}
      </select>
    );
  if (field.kind === 'long-text' || (field.kind === 'text' && (field.maxLength ?? 0) >= 500))
    return (
      <textarea
        {...common}
        rows={field.kind === 'long-text' ? 6 : 3}
        maxLength={field.maxLength}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    );
  return (
    <input
      {...common}
      {...inputs[field.kind]}
      maxLength={field.maxLength}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
};
