import type { Localized } from '../../schemas/desk.ts';
import { AttachButton } from '../parts/attach-button.tsx';
import { isUploading } from '../parts/upload.ts';
import { UploadList } from '../parts/upload-list.tsx';
import type { PortalTopic } from '../state/portal.ts';
import { language } from '../state/preferences.ts';
import { texts } from '../texts/texts.ts';
import { useFilling } from './filling.ts';
import { FormField, type Question } from './form-field.tsx';

type Props = {
  topic: PortalTopic;
  /** How soon a person answers, in words. */
  expected: Localized | undefined;
  onBack: () => void;
  onSent: (email: string) => void;
};

/** The topic's own questions, then what every form asks. */
const questionsOf = (topic: PortalTopic): Question[] => {
  const words = texts.value.request;
  const own = topic.form.flatMap(({ kind, ...field }) =>
    kind === 'file' ? [] : [{ ...field, kind }],
  );
  return [
    ...own,
    {
      id: 'own-text',
      label: { en: words.text },
      kind: 'long-text',
      required: true,
      maxLength: 20_000,
      hint: words.textHint,
    },
    { id: 'own-name', label: { en: words.name }, kind: 'name', required: false, maxLength: 120 },
    {
      id: 'own-email',
      label: { en: words.email },
      kind: 'email',
      required: true,
      hint: words.emailHint,
    },
  ];
};

/** A topic's questions, files, and whom to answer. */
export const RequestForm = ({ topic, expected, onBack, onSent }: Props) => {
  const words = texts.value.request;
  const questions = questionsOf(topic);
  const filling = useFilling({ topic, questions, onSent });
  const { valueOf, put, problems, failure, isSending, uploads } = filling;
  return (
    <form
      class="request-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void filling.send();
      }}
    >
      <div class="chosen">
        <h2 tabIndex={-1}>{topic.name[language.value] ?? topic.name.en}</h2>
        <button type="button" class="link" onClick={onBack}>
          {words.change}
        </button>
      </div>
      {expected && <p class="hint">{words.expected(expected[language.value] ?? expected.en)}</p>}
      {questions.map((field) => (
        <FormField
          key={field.id}
          field={field}
          value={valueOf(field.id)}
          problem={problems.value[field.id]}
          onInput={(value) => put(field.id, value)}
        />
      ))}
      <div class="field">
        <AttachButton label={words.files} onFiles={filling.attach} />
        <p class="hint">{words.filesHint}</p>
        <UploadList
          uploads={uploads.value}
          onRemove={(gone) => {
            uploads.value = uploads.value.filter((upload) => upload !== gone);
          }}
        />
      </div>
      <label class="trap" aria-hidden="true">
        Website
        <input
          name="website"
          tabIndex={-1}
          autocomplete="off"
          value={valueOf('website')}
          onInput={(event) => put('website', event.currentTarget.value)}
        />
      </label>
      {failure.value && (
        <p class="problem" role="alert">
          {failure.value}
        </p>
      )}
      <button
        type="submit"
        class="primary"
        disabled={isSending.value || isUploading(uploads.value)}
      >
        {isSending.value ? words.sending : words.send}
      </button>
    </form>
  );
};
