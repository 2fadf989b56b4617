import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { listWords } from './list-words.ts';
import { mayEdit } from './may-edit.ts';
import { moved } from './moved.ts';
import { nameIn, type Options } from './options.ts';

type ChipProps = { name: string; onRemove: () => void; children?: ComponentChildren };

const Chip = ({ name, onRemove, children }: ChipProps) => (
  <li class="chip">
    {children}
    <span>{name}</span>
    {mayEdit() && (
      <button
        type="button"
        class="quiet"
        aria-label={`${listWords.value.remove}: ${name}`}
        onClick={onRemove}
      >
        ×
      </button>
    )}
  </li>
);

type WordsProps = {
  label: string;
  hint: string;
  value: readonly string[];
  minLength: number;
  maxLength: number;
  onChange: (value: string[]) => void;
};

/** Words or phrases: typed, pasted by the line or with commas, taken away one by one. */
export const WordChips = ({ label, hint, value, minLength, maxLength, onChange }: WordsProps) => {
  const text = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const add = (typed: string) => {
    const parts = typed.split(/[,;\n]/).map((part) => part.trim().slice(0, maxLength));
    const found = parts.filter((part) => part.length >= minLength);
    if (found.length > 0) onChange([...new Set([...value, ...found])]);
    text.value = parts.length === 1 && found.length === 0 ? typed : '';
  };
  return (
    <fieldset class="chips-field" aria-describedby={id}>
      <legend>{label}</legend>
      <ul class="chips">
        {value.map((word, index) => (
          <Chip
            key={word}
            name={word}
            onRemove={() => {
              onChange(value.toSpliced(index, 1));
              input.current?.focus();
            }}
          />
        ))}
      </ul>
      {mayEdit() && (
        <div class="chips-add">
          <input
            ref={input}
            value={text.value}
            aria-label={`${listWords.value.add}: ${label}`}
            autocomplete="off"
            onInput={(event) => (text.value = event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ',') return;
              event.preventDefault();
              add(text.value);
            }}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text') ?? '';
              if (!/[,;\n]/.test(pasted)) return;
              event.preventDefault();
              add(pasted);
            }}
            onBlur={() => add(text.value)}
          />
          <button type="button" onClick={() => add(text.value)}>
            {listWords.value.add}
          </button>
        </div>
      )}
      <p class="hint" id={id}>
        {hint}
      </p>
    </fieldset>
  );
};

type OrderedProps<V extends string> = {
  label: string;
  hint?: string;
  options: Options<V>;
  value: readonly V[];
  isLabelHidden?: boolean;
  /** Said while nothing is chosen. */
  none: string;
  onChange: (value: V[]) => void;
};

/** Some of known values in an order that counts: each goes one place to the front by its arrow. */
export const OrderedChips = <V extends string>(props: OrderedProps<V>) => {
  const { label, isLabelHidden, hint, options, value, none, onChange } = props;
  const words = listWords.value;
  const left = options.filter(([option]) => !value.includes(option));
  return (
    <fieldset class="chips-field">
      <legend class={isLabelHidden ? 'visually-hidden' : ''}>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {value.length === 0 && <p class="hint">{none}</p>}
      <ol class="chips">
        {value.map((one, index) => (
          <Chip
            key={one}
            name={`${index + 1}. ${nameIn(options, one)}`}
            onRemove={() => onChange(value.toSpliced(index, 1))}
          >
            {mayEdit() && index > 0 && (
              <button
                type="button"
                class="quiet"
                aria-label={words.up(nameIn(options, one))}
                onClick={() => onChange(moved(value, index, index - 1))}
              >
                ←
              </button>
            )}
          </Chip>
        ))}
      </ol>
      {mayEdit() && left.length > 0 && (
        <select
          aria-label={`${words.add}: ${label}`}
          value=""
          onChange={(event) => {
            const chosen = left.find(([option]) => option === event.currentTarget.value);
            event.currentTarget.value = '';
            if (chosen) onChange([...value, chosen[0]]);
          }}
        >
          <option value="">+ {words.add}</option>
          {left.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
};
