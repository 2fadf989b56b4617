import { useEffect } from 'preact/hooks';
import { mayEdit } from '../settings/may-edit.ts';
import { SettingsPage } from '../settings/page.tsx';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { ModeFields } from './mode-fields.tsx';
import { Report } from './report.tsx';
import {
  classifierEditor,
  hasFailed,
  isLearning,
  learn,
  learned,
  readLearned,
} from './suggestion-state.ts';
import { words } from './words.ts';

const { draft, edit } = classifierEditor;

/** What the learned suggestion may do, and how right it is. */
export const SuggestionScreen = () => {
  const { value } = words;
  useEffect(() => void readLearned(), []);
  useEditor(classifierEditor);
  return (
    <SettingsPage
      of="suggestion"
      title={value.title}
      hint={value.hint}
      isReady={draft.value !== undefined}
    >
      {draft.value && (
        <ModeFields settings={draft.value} reports={learned.value?.reports ?? []} onChange={edit} />
      )}
      {mayEdit() && (
        <div class="list-end">
          <button type="button" disabled={isLearning.value} onClick={() => void learn()}>
            {isLearning.value ? value.learning : value.learn}
          </button>
          <p class="hint" role="status">
            {isLearning.value ? '' : value.nightly}
          </p>
          {isLearning.value && <progress aria-label={value.learning} />}
        </div>
      )}
      <Learned />
      <SaveBar editor={classifierEditor} />
    </SettingsPage>
  );
};

const nameOf = (language: string) => words.value.languages[language] ?? language;

const Learned = () => {
  const { value } = words;
  if (hasFailed.value)
    return (
      <div class="empty">
        <p>{value.failed}</p>
        <button type="button" onClick={() => void readLearned()}>
          {value.again}
        </button>
      </div>
    );
  if (!learned.value)
    return (
      <p class="empty" aria-busy="true">
        {value.reading}
      </p>
    );
  const { reports, tooFew } = learned.value;
  return (
    <>
      {tooFew.map(({ language, tickets, needed }) => (
        <p key={language} class="suggestion-few">
          {value.tooFew(nameOf(language), tickets, needed)}
        </p>
      ))}
      {reports.length + tooFew.length === 0 && (
        <div class="empty">
          <p>{value.nothing}</p>
          <p class="hint">{value.nothingHint}</p>
        </div>
      )}
      {reports.map((report) => (
        <Report key={report.language} report={report} />
      ))}
    </>
  );
};
