import type { FormField } from '../../../schemas/desk.ts';
import { Faults } from '../settings/faults.tsx';
import { SelectField } from '../settings/fields.tsx';
import { LocalizedFields, NumberField, SwitchField } from '../settings/text-fields.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { asKind, fieldKinds } from './topics.ts';
import { topicsEditor } from './topics-state.ts';
import { words } from './words.ts';

type Props = { field: FormField; at: string; onChange: (field: FormField) => void };

/** One question of a request form. */
export const FieldEditor = ({ field, at, onChange }: Props) => {
  const { value } = words;
  const faults = topicsEditor.faults.value;
  const setLength = (maxLength: number | undefined) => {
    const { maxLength: _, ...others } = field;
    onChange(maxLength === undefined ? others : { ...others, maxLength });
  };
  return (
    <div class="rule-editor">
      <div class="rule-fields">
        <LocalizedFields
          labels={value.fieldLabels}
          value={field.label}
          onChange={(label) => onChange({ ...field, label })}
          at={`${at}.label`}
          faults={faults}
        />
      </div>
      <div class="rule-fields">
        <SelectField
          label={value.kind}
          hint={field.kind === 'file' ? value.fileHint : undefined}
          value={field.kind}
          options={fieldKinds.map((kind) => [kind, value.kinds[kind]] as const)}
          onChange={(kind = field.kind) => onChange(asKind(field, kind, value.newOption))}
        />
        <label class="field">
          {value.fieldId}
          <input
            class="mono"
            value={field.id}
            maxLength={40}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => onChange({ ...field, id: event.currentTarget.value.trim() })}
          />
          <Faults of={faults} at={`${at}.id`} />
        </label>
        {(field.kind === 'text' || field.kind === 'url') && (
          <NumberField
            label={value.maxLength}
            {...(field.kind === 'text' && { hint: value.longHint })}
            value={field.maxLength}
            min={1}
            max={4000}
            onChange={setLength}
            at={`${at}.maxLength`}
            faults={faults}
          />
        )}
      </div>
      {field.kind !== 'file' && (
        <SwitchField
          label={value.required}
          isOn={field.required}
          onChange={(required) => onChange({ ...field, required })}
        />
      )}
      {field.kind === 'choice' && <OptionsEditor field={field} onChange={onChange} />}
      <Faults of={faults} at={`${at}.options`} isDeep />
    </div>
  );
};
