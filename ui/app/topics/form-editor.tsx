import type { FormField, Topic } from '../../../schemas/desk.ts';
import { language } from '../../state/preferences.ts';
import { ItemList } from '../settings/item-list.tsx';
import { FieldEditor } from './field-editor.tsx';
import { FormPreview } from './form-preview.tsx';
import { blankField } from './topics.ts';
import { topicsEditor } from './topics-state.ts';
import { words } from './words.ts';

type Props = { topic: Topic; at: string; onChange: (topic: Topic, isMoved?: boolean) => void };

/** Most questions that a form may ask. */
const most = 20;

/** What the request form of a topic asks, and how that looks. */
export const FormEditor = ({ topic, at, onChange }: Props) => {
  const { value } = words;
  const { form } = topic;
  /** The form as it is by now; its topic may have moved. */
  const latest = () =>
    topicsEditor.draft.value?.find(({ id }) => id === topic.id)?.form ?? topic.form;
  return (
    <fieldset class="part">
      <legend>{value.form}</legend>
      <p class="hint">{value.formHint}</p>
      <div>
        <ItemList
          isInner
          label={value.form}
          items={form}
          latest={latest}
          onChange={(next, isMoved) => onChange({ ...topic, form: next }, isMoved)}
          at={at}
          faults={topicsEditor.faults.value}
          empty={<p>{value.noFields}</p>}
          {...(form.length < most && {
            add: { label: value.addField, make: () => blankField(form, value.newField) },
          })}
          show={(field) => ({
            name: field.label[language.value] ?? field.label.en,
            summary: <Summary field={field} />,
          })}
          fields={(field, put, place) => <FieldEditor field={field} at={place} onChange={put} />}
        />
      </div>
      <FormPreview form={form} />
    </fieldset>
  );
};

const Summary = ({ field: { kind, required, options } }: { field: FormField }) => {
  const { value } = words;
  const choices = options?.map(({ label }) => label[language.value] ?? label.en).join(', ');
  return (
    <p class="hint">
      {[value.kinds[kind], required && value.must, choices].filter(Boolean).join(' · ')}
    </p>
  );
};
