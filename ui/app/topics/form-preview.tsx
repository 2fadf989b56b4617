import { useSignal } from '@preact/signals';
import type { FormField as Field, Localized } from '../../../schemas/desk.ts';
import type { Language } from '../../../schemas/primitives.ts';
import { FormField } from '../../request/form-field.tsx';
import { language } from '../../state/preferences.ts';
import { languageNames } from '../../texts/texts.ts';
import { languageOptions } from '../settings/options.ts';
import { words } from './words.ts';

/** The text as customers of that language read it, whoever looks. */
const inLanguage = (text: Localized, shown: Language): Localized => {
  const read = text[shown] || text.en;
  return { en: read, ru: read };
};

/** The topic's own questions as the request form asks them; what is entered goes nowhere. */
export const FormPreview = ({ form }: { form: readonly Field[] }) => {
  const { value } = words;
  const shown = useSignal<Language>(language.value);
  const entered = useSignal<Record<string, string>>({});
  const asked = form.flatMap(({ kind, ...field }) => (kind === 'file' ? [] : [{ ...field, kind }]));
  return (
    <div class="form-preview" role="group" aria-label={value.preview}>
      <p class="form-preview-head">
        <b>{value.preview}</b>
        <select
          aria-label={`${value.preview}: ${value.previewIn}`}
          value={shown.value}
          onChange={(event) => {
            const chosen = languageOptions().find(([code]) => code === event.currentTarget.value);
            if (chosen) shown.value = chosen[0];
          }}
        >
          {languageOptions().map(([code]) => (
            <option key={code} value={code}>
              {languageNames[code]}
            </option>
          ))}
        </select>
      </p>
      {asked.map((field, index) => (
        <FormField
          key={index}
          field={{
            ...field,
            id: `${index}-${field.id}`,
            label: inLanguage(field.label, shown.value),
            ...(field.options && {
              options: field.options.map(({ id, label }) => ({
                id,
                label: inLanguage(label, shown.value),
              })),
            }),
          }}
          value={entered.value[index] ?? ''}
          onInput={(text) => (entered.value = { ...entered.value, [index]: text })}
        />
      ))}
      <p class="hint">
        {asked.length > 0 ? value.previewHint : `${value.noFields} ${value.previewHint}`}
      </p>
    </div>
  );
};
