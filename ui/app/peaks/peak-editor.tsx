import type { Localized } from '../../../schemas/desk.ts';
import type { Peak } from '../../../schemas/peak.ts';
import type { Priority } from '../../../schemas/primitives.ts';
import { fromZoned, toZoned } from '../../parts/zoned.ts';
import { texts } from '../../texts/texts.ts';
import { Faults } from '../settings/faults.tsx';
import { ByTopic } from './by-topic.tsx';
import { mayEdit, peaksEditor, zone } from './peaks-state.ts';
import { words } from './words.ts';

type Props = { peak: Peak; at: string; onChange: (peak: Peak) => void };
/** What may be left out. */
type Optional = 'weights' | 'priorities' | 'notice' | 'answers';

const withPart = <K extends Optional>(peak: Peak, part: K, value: Peak[K] | undefined): Peak => {
  const { [part]: _, ...others } = peak;
  return (value === undefined ? others : { ...others, [part]: value }) as Peak;
};

/** Everything about one peak, in its place in the list. */
export const PeakEditor = ({ peak, at, onChange }: Props) => {
  const { value } = words;
  const faults = peaksEditor.faults.value;
  return (
    <fieldset class="rule-editor" disabled={!mayEdit()}>
      <legend class="visually-hidden">{peak.name}</legend>
      <div class="rule-fields">
        <label class="field">
          {value.name}
          <input
            value={peak.name}
            maxLength={80}
            autocomplete="off"
            onInput={(event) => onChange({ ...peak, name: event.currentTarget.value })}
          />
          <Faults of={faults} at={`${at}.name`} />
        </label>
        {(['from', 'to'] as const).map((edge) => (
          <label key={edge} class="field">
            {value[edge]}
            <input
              type="datetime-local"
              value={toZoned(peak[edge], zone.value)}
              onChange={(event) => {
                const moment = fromZoned(event.currentTarget.value, zone.value);
                if (moment) onChange({ ...peak, [edge]: moment });
              }}
            />
            <Faults of={faults} at={`${at}.${edge}`} />
          </label>
        ))}
      </div>
      <ByTopic
        label={value.factors}
        values={peak.factors}
        blank={2}
        field={numberField}
        onChange={(factors = {}) => onChange({ ...peak, factors })}
      />
      <Faults of={faults} at={`${at}.factors`} isDeep />
      <label class="switch">
        <input
          type="checkbox"
          checked={peak.usesPeakPromises}
          onChange={(event) => onChange({ ...peak, usesPeakPromises: event.currentTarget.checked })}
        />
        {value.promises}
      </label>
      <ByTopic<Priority>
        label={value.priorities}
        values={peak.priorities}
        blank="high"
        field={(priority, put, label) => (
          <select
            aria-label={label}
            value={priority}
            onChange={(event) => put(event.currentTarget.value as Priority)}
          >
            {Object.entries(texts.value.priority).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        onChange={(priorities) => onChange(withPart(peak, 'priorities', priorities))}
      />
      <ByTopic
        label={value.weights}
        hint={value.weightsHint}
        values={peak.weights}
        blank={2}
        field={numberField}
        onChange={(weights) => onChange(withPart(peak, 'weights', weights))}
      />
      <fieldset class="peak-notice">
        <legend>{value.notice}</legend>
        <LocalizedField
          text={peak.notice ?? { en: '' }}
          label={value.notice}
          onChange={(notice) =>
            onChange(withPart(peak, 'notice', notice.en || notice.ru ? notice : undefined))
          }
        />
        <Faults of={faults} at={`${at}.notice`} isDeep />
      </fieldset>
      <ByTopic<Localized>
        label={value.answers}
        hint={value.answersHint}
        values={peak.answers}
        blank={{ en: '' }}
        field={(text, put, label) => <LocalizedField text={text} label={label} onChange={put} />}
        onChange={(answers) => onChange(withPart(peak, 'answers', answers))}
      />
      <Faults of={faults} at={`${at}.answers`} isDeep />
    </fieldset>
  );
};

const numberField = (value: number, put: (value: number) => void, label: string) => (
  <input
    type="number"
    class="peak-number"
    aria-label={label}
    min={0.1}
    max={100}
    step={0.1}
    value={value}
    onChange={(event) => {
      const number = event.currentTarget.valueAsNumber;
      if (number > 0) put(Math.min(100, Math.max(0.1, number)));
    }}
  />
);

type LocalizedProps = { text: Localized; label: string; onChange: (text: Localized) => void };

const LocalizedField = ({ text, label, onChange }: LocalizedProps) => {
  const { value } = words;
  return (
    <div class="localized">
      {(['en', 'ru'] as const).map((language) => (
        <label key={language} class="field">
          <span class="hint">{language === 'en' ? value.inEnglish : value.inRussian}</span>
          <textarea
            rows={2}
            lang={language}
            maxLength={1000}
            aria-label={`${label}, ${language === 'en' ? value.inEnglish : value.inRussian}`}
            value={text[language] ?? ''}
            onInput={(event) => {
              const written = event.currentTarget.value;
              const { ru: _, ...others } = text;
              if (language === 'en') onChange({ ...text, en: written });
              else onChange(written ? { ...text, ru: written } : others);
            }}
          />
        </label>
      ))}
    </div>
  );
};
