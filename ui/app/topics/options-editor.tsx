import type { FormField } from '../../../schemas/desk.ts';
import { languageNames } from '../../texts/texts.ts';
import { listWords } from '../settings/list-words.ts';
import { mayEdit } from '../settings/may-edit.ts';
import { moved, replaced } from '../settings/moved.ts';
import { blankOption } from './topics.ts';
import { words } from './words.ts';

type Props = { field: FormField; onChange: (field: FormField) => void };
type Choice = NonNullable<FormField['options']>[number];

/** What can be chosen, one row each. */
export const OptionsEditor = ({ field, onChange }: Props) => {
  const { value } = words;
  const options = field.options ?? [];
  const put = (next: Choice[]) => onChange({ ...field, options: next });
  return (
    <fieldset class="form-options">
      <legend>{value.options}</legend>
      <p class="hint">{options.length > 0 ? value.optionsHint : value.noOptions}</p>
      <ol>
        {options.map((option, index) => (
          <li key={index} class="form-option">
            <Row
              option={option}
              onChange={(next) => put(replaced(options, index, next))}
              {...(index > 0 && { onUp: () => put(moved(options, index, index - 1)) })}
              onRemove={() => put(options.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      {mayEdit() && (
        <button
          type="button"
          onClick={() => put([...options, blankOption(options, value.newOption)])}
        >
          {value.addOption}
        </button>
      )}
    </fieldset>
  );
};

type RowProps = {
  option: Choice;
  onChange: (option: Choice) => void;
  onUp?: () => void;
  onRemove: () => void;
};

const Row = ({ option, onChange, onUp, onRemove }: RowProps) => {
  const { value } = words;
  const { id, label } = option;
  return (
    <>
      <input
        lang="en"
        aria-label={`${value.options}: ${languageNames.en}`}
        value={label.en}
        maxLength={120}
        onInput={(event) => onChange({ id, label: { ...label, en: event.currentTarget.value } })}
      />
      <input
        lang="ru"
        aria-label={`${value.options}: ${languageNames.ru}`}
        value={label.ru ?? ''}
        maxLength={120}
        onInput={(event) => {
          const ru = event.currentTarget.value;
          onChange({ id, label: { en: label.en, ...(ru && { ru }) } });
        }}
      />
      <input
        class="mono"
        aria-label={value.optionId(label.en)}
        value={id}
        maxLength={40}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => onChange({ id: event.currentTarget.value.trim(), label })}
      />
      <span class="rule-buttons">
        {onUp && (
          <button
            type="button"
            class="quiet"
            aria-label={listWords.value.up(label.en)}
            onClick={onUp}
          >
            ↑
          </button>
        )}
        <button
          type="button"
          class="quiet"
          aria-label={value.removeOption(label.en)}
          onClick={onRemove}
        >
          ×
        </button>
      </span>
    </>
  );
};
