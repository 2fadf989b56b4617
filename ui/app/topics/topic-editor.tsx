import type { Topic } from '../../../schemas/desk.ts';
import { WordChips } from '../settings/chips.tsx';
import { Faults } from '../settings/faults.tsx';
import { SelectField } from '../settings/fields.tsx';
import { listWords } from '../settings/list-words.ts';
import { mayEdit } from '../settings/may-edit.ts';
import { entriesOf, lineOptions } from '../settings/options.ts';
import { LocalizedFields, SwitchField } from '../settings/text-fields.tsx';
import { FormEditor } from './form-editor.tsx';
import { withNeeds, withProtection } from './topics.ts';
import { topicsEditor } from './topics-state.ts';
import { words } from './words.ts';

type Props = {
  topic: Topic;
  /** The topic's place in what is saved. */
  at: string;
  onChange: (topic: Topic, isMoved?: boolean) => void;
};

/** Everything about one topic but its id, which is deployed. */
export const TopicEditor = ({ topic, at, onChange }: Props) => {
  const { value } = words;
  const faults = topicsEditor.faults.value;
  return (
    <fieldset class="rule-editor" disabled={!mayEdit()}>
      <legend class="visually-hidden">{topic.name.en}</legend>
      <p class="hint">
        {listWords.value.id}: <code>{topic.id}</code>
      </p>
      <div class="rule-fields">
        <LocalizedFields
          labels={value.names}
          value={topic.name}
          onChange={(name) => onChange({ ...topic, name })}
          at={`${at}.name`}
          faults={faults}
        />
      </div>
      <div class="rule-fields">
        <LocalizedFields
          labels={value.questions}
          value={topic.question}
          maxLength={200}
          onChange={(question) => onChange({ ...topic, question })}
          at={`${at}.question`}
          faults={faults}
        />
      </div>
      <div class="rule-fields">
        <div>
          <SelectField
            label={value.line}
            value={topic.line}
            options={lineOptions()}
            onChange={(line = topic.line) => onChange({ ...topic, line })}
          />
          <Faults of={faults} at={`${at}.line`} />
        </div>
        <SelectField
          label={value.needs}
          hint={value.needsHint}
          value={String(topic.needs ?? 1)}
          options={entriesOf(listWords.value.levels)}
          onChange={(level) => onChange(withNeeds(topic, Number(level)))}
        />
      </div>
      <SwitchField
        label={value.isPublic}
        isOn={topic.isPublic}
        onChange={(isPublic) => onChange({ ...topic, isPublic })}
      />
      <SwitchField
        label={value.isProtected}
        hint={value.isProtectedHint}
        isOn={topic.isProtected ?? false}
        onChange={(isProtected) => onChange(withProtection(topic, isProtected))}
      />
      <WordChips
        label={value.words}
        hint={value.wordsHint}
        value={topic.keywords}
        minLength={2}
        maxLength={60}
        onChange={(keywords) => onChange({ ...topic, keywords })}
      />
      <Faults of={faults} at={`${at}.keywords`} isDeep />
      <FormEditor topic={topic} at={`${at}.form`} onChange={onChange} />
    </fieldset>
  );
};
