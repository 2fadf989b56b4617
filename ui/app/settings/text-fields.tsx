import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Localized } from '../../../schemas/desk.ts';
import type { Fault } from './editor.ts';
import { Faults } from './faults.tsx';
import { listWords } from './list-words.ts';

type LocalizedProps = {
  /** What it is in each language: `Name (English)`. Without it a name. */
  labels?: Readonly<Record<'en' | 'ru', string>>;
  value: Localized;
  maxLength?: number;
  onChange: (value: Localized) => void;
  at: string;
  faults: readonly Fault[];
};

/** A text in every language of the desk; without a Russian one the English is shown. */
export const LocalizedFields = (props: LocalizedProps) => {
  const { labels = listWords.value.nameIn, value, maxLength = 120, onChange, at, faults } = props;
  return (
    <>
      <label class="field">
        {labels.en}
        <input
          lang="en"
          value={value.en}
          maxLength={maxLength}
          required
          autocomplete="off"
          onInput={(event) => onChange({ ...value, en: event.currentTarget.value })}
        />
        <Faults of={faults} at={`${at}.en`} />
      </label>
      <label class="field">
        {labels.ru}
        <input
          lang="ru"
          value={value.ru ?? ''}
          maxLength={maxLength}
          autocomplete="off"
          onInput={(event) => {
            const ru = event.currentTarget.value;
            onChange({ en: value.en, ...(ru && { ru }) });
          }}
        />
        <Faults of={faults} at={`${at}.ru`} />
      </label>
    </>
  );
};

type NumberProps = {
  label: string;
  unit?: string;
  hint?: string;
  value: number | undefined;
  min: number;
  max: number;
  /** Parts of one are taken, too. */
  isBroken?: boolean;
  /** `undefined`: the field is empty. */
  onChange: (value: number | undefined) => void;
  at?: string;
  faults?: readonly Fault[];
};

/** A number, whole unless said otherwise, or nothing. */
export const NumberField = (props: NumberProps) => {
  const { label, unit, hint, value, min, max, isBroken, onChange, at, faults = [] } = props;
  const id = useId();
  /** What is typed stays as it is typed, until the field is left. */
  const typed = useSignal<string | undefined>(undefined);
  return (
    <label class="field">
      {label}
      <span class="number-field">
        <input
          type="number"
          inputMode={isBroken ? 'decimal' : 'numeric'}
          min={min}
          max={max}
          step={isBroken ? 'any' : 1}
          value={typed.value ?? value ?? ''}
          aria-describedby={hint && id}
          onInput={(event) => {
            const text = event.currentTarget.value.trim();
            typed.value = text;
            const number = isBroken ? Number(text) : Math.floor(Number(text));
            onChange(text === '' || Number.isNaN(number) ? undefined : number);
          }}
          onBlur={() => (typed.value = undefined)}
        />
        {unit && <span class="hint">{unit}</span>}
      </span>
      {hint && (
        <span class="hint" id={id}>
          {hint}
        </span>
      )}
      {at !== undefined && <Faults of={faults} at={at} />}
    </label>
  );
};

type SwitchProps = {
  label: string;
  hint?: ComponentChildren;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
};

export const SwitchField = ({ label, hint, isOn, onChange }: SwitchProps) => (
  <label class="switch switch-field">
    <input
      type="checkbox"
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>
      {label} {hint && <span class="hint">{hint}</span>}
    </span>
  </label>
);
