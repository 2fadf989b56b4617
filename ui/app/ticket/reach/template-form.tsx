import { useMemo } from 'preact/hooks';
import {
  filledText,
  holesIn,
  languagePattern,
  namePattern,
  recentTemplates,
  type TemplateDraft,
} from '../../../state/template-draft.ts';
import { texts } from '../../../texts/texts.ts';

type Props = {
  draft: TemplateDraft;
  onChange: (draft: TemplateDraft) => void;
  onLeave: () => void;
};

/** A text that WhatsApp approved beforehand: its name, its language and the values in it. */
export const TemplateForm = ({ draft, onChange, onLeave }: Props) => {
  const words = texts.value.reach;
  const recent = useMemo(recentTemplates, []);
  const set = (part: Partial<TemplateDraft>) => onChange({ ...draft, ...part });
  const setBody = (body: string) => {
    const wanted = Math.max(holesIn(body), draft.parameters.filter(Boolean).length);
    set({ body, parameters: Array.from({ length: wanted }, (_, n) => draft.parameters[n] ?? '') });
  };
  return (
    <fieldset class="template">
      <legend class="visually-hidden">{words.sendTemplate}</legend>
      {recent.length > 0 && <Recent recent={recent} onChoose={onChange} />}
      <div class="template-name">
        <label>
          {words.templateName}
          <input
            required
            value={draft.name}
            pattern={namePattern}
            placeholder={words.templateNameHint}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            onInput={(event) => set({ name: event.currentTarget.value.trim() })}
          />
        </label>
        <label>
          {words.templateLanguage}
          <input
            required
            value={draft.language}
            pattern={languagePattern}
            placeholder={words.templateLanguageHint}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            onInput={(event) => set({ language: event.currentTarget.value.trim() })}
          />
        </label>
      </div>
      <label>
        {words.templateText}
        <textarea
          rows={2}
          value={draft.body}
          maxLength={1024}
          placeholder={words.templateTextHint}
          onInput={(event) => setBody(event.currentTarget.value)}
        />
      </label>
      <Parameters values={draft.parameters} onChange={(parameters) => set({ parameters })} />
      <p class="template-end">
        <button type="button" class="link" onClick={onLeave}>
          {words.freeText}
        </button>
      </p>
      {draft.body && (
        <p class="hint">
          {words.preview}: <span class="said">{filledText(draft)}</span>
        </p>
      )}
    </fieldset>
  );
};

type RecentProps = { recent: readonly TemplateDraft[]; onChoose: (draft: TemplateDraft) => void };

const Recent = ({ recent, onChoose }: RecentProps) => (
  <label>
    {texts.value.reach.recent}
    <select
      value=""
      onChange={(event) => {
        const chosen = recent[Number(event.currentTarget.value)];
        if (chosen) onChoose(chosen);
      }}
    >
      <option value="" />
      {recent.map(({ name, language }, index) => (
        <option key={`${name} ${language}`} value={index}>
          {name} · {language}
        </option>
      ))}
    </select>
  </label>
);

type ParameterProps = { values: readonly string[]; onChange: (values: string[]) => void };

const Parameters = ({ values, onChange }: ParameterProps) => {
  const words = texts.value.reach;
  return (
    <div class="parameters">
      {values.map((value, index) => (
        <p key={index} class="parameter">
          <input
            required
            value={value}
            maxLength={1024}
            aria-label={words.parameter(index + 1)}
            placeholder={words.parameter(index + 1)}
            onInput={(event) => onChange(values.with(index, event.currentTarget.value))}
          />
          <button
            type="button"
            class="quiet"
            aria-label={words.removeParameter(index + 1)}
            onClick={() => onChange(values.toSpliced(index, 1))}
          >
            ×
          </button>
        </p>
      ))}
      {values.length < 20 && (
        <button type="button" class="quiet" onClick={() => onChange([...values, ''])}>
          {words.addParameter}
        </button>
      )}
    </div>
  );
};
