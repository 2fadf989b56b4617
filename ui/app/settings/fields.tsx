import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';

type ChoicesProps<V> = {
  label: string;
  options: readonly (readonly [V, string])[];
  value: readonly V[];
  onChange: (value: V[]) => void;
};

/** Any number of a few known values, in the order in which they are offered. */
export const Choices = <V extends string | number>(props: ChoicesProps<V>) => {
  const { label, options, value, onChange } = props;
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {options.map(([option, name]) => (
        <label key={option} class="switch">
          <input
            type="checkbox"
            checked={value.includes(option)}
            onChange={(event) => {
              const isOn = event.currentTarget.checked;
              const wanted = (one: V) => (one === option ? isOn : value.includes(one));
              onChange(options.map(([one]) => one).filter(wanted));
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
};

type LinesProps = {
  label: string;
  hint: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
};

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** A list of texts, one per line. What is typed stays as it is typed; empty lines are no values. */
export const LinesField = ({ label, hint, value, onChange }: LinesProps) => {
  const text = useSignal(value.join('\n'));
  const id = useId();
  // Changes were discarded, or taken back.
  if (linesOf(text.value).join('\n') !== value.join('\n')) text.value = value.join('\n');
  return (
    <label class="field">
      {label}
      <textarea
        rows={Math.min(8, Math.max(2, value.length + 1))}
        value={text.value}
        aria-describedby={id}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          onChange(linesOf(text.value));
        }}
      />
      <span class="hint" id={id}>
        {hint}
      </span>
    </label>
  );
};

type SelectProps<V extends string> = {
  label: string;
  hint?: string | undefined;
  value: V | '';
  /** Said of the empty choice; without it there is none. */
  none?: string;
  options: readonly (readonly [V, string])[];
  onChange: (value: V | undefined) => void;
};

export const SelectField = <V extends string>(props: SelectProps<V>) => {
  const { label, hint, value, none, options, onChange } = props;
  const id = useId();
  return (
    <label class="field">
      {label}
      <select
        value={value}
        aria-describedby={hint && id}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange(options.find(([option]) => option === chosen)?.[0]);
        }}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
        {value && !options.some(([option]) => option === value) && (
          <option value={value}>{value}</option>
        )}
      </select>
      {hint && (
        <span class="hint" id={id}>
          {hint}
        </span>
      )}
    </label>
  );
};
