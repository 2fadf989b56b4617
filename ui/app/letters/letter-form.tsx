import { useLocation } from 'preact-iso/router';
import { AttachButton } from '../../parts/attach-button.tsx';
import { isUploading } from '../../parts/upload.ts';
import { UploadList } from '../../parts/upload-list.tsx';
import { desk, topicNames } from '../../state/desk.ts';
import { ClashNotice } from './clash-notice.tsx';
import { type Entering, useEntering } from './entering.ts';
import { Field, fieldProps } from './field.tsx';
import { dayOf } from './letter-fields.ts';
import { TicketField } from './ticket-field.tsx';
import { words } from './words.ts';

type Office = { id: string; name: string };

/** The clerk's form. Everything is reached by Tab in the order of the envelope; Ctrl+Enter goes on to the next. */
export const LetterForm = ({ offices }: { offices: readonly Office[] }) => {
  const entering = useEntering(offices.map(({ id }) => id));
  const { route } = useLocation();
  const { uploads, failure, clash, isSaving } = entering;
  const all = words.value;

  const saveNext = async (isDuplicateKnown = false) => {
    const letter = await entering.save(isDuplicateKnown);
    if (!letter) return;
    void entering.follow(letter);
    document.getElementById('letter-registerNumber')?.focus();
  };
  const saveOpen = async () => {
    const letter = await entering.save();
    const ticketId = letter && (await entering.follow(letter));
    if (ticketId) route(`/tickets/${ticketId}`);
  };
  const isBlocked = isSaving.value || isUploading(uploads.value);
  return (
    <form
      class="letter-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void saveNext();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isBlocked) return;
        event.preventDefault();
        void saveNext();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        entering.attach([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Envelope entering={entering} offices={offices} />
      <Matter entering={entering} />
      <div class="letter-scans">
        <AttachButton label={all.addScans} onFiles={entering.attach} />
        <UploadList
          uploads={uploads.value}
          onRemove={(gone) => {
            uploads.value = uploads.value.filter((upload) => upload !== gone);
          }}
        />
      </div>
      {clash.value && <ClashNotice clash={clash.value} onAnyway={() => void saveNext(true)} />}
      {failure.value && (
        <p class="problem" role="alert">
          {failure.value}
        </p>
      )}
      <div class="letter-end">
        <button type="submit" class="primary" disabled={isBlocked}>
          {isSaving.value ? all.saving : all.saveNext}
        </button>
        <button type="button" disabled={isBlocked} onClick={() => void saveOpen()}>
          {all.saveOpen}
        </button>
      </div>
    </form>
  );
};

type EnvelopeProps = { entering: Entering; offices: readonly Office[] };

/** What the stamp, the postmark and the envelope say. */
const Envelope = ({ entering, offices }: EnvelopeProps) => {
  const { fields, problems, put } = entering;
  const all = words.value;
  const { value } = fields;
  const problem = problems.value;
  return (
    <fieldset>
      <legend class="visually-hidden">{all.sender}</legend>
      {offices.length > 1 && (
        <Field label={all.office} name="connectionId" problem={problem.connectionId}>
          <select
            {...fieldProps('connectionId', problem.connectionId)}
            value={value.connectionId}
            onChange={(event) => put({ connectionId: event.currentTarget.value })}
          >
            {offices.map((office) => (
              <option key={office.id} value={office.id}>
                {office.name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field
        label={all.number}
        name="registerNumber"
        hint={all.numberHint}
        problem={problem.registerNumber}
      >
        <input
          {...fieldProps('registerNumber', problem.registerNumber)}
          value={value.registerNumber}
          maxLength={40}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => put({ registerNumber: event.currentTarget.value })}
        />
      </Field>
      <div class="letter-pair">
        <Field label={all.arrivedOn} name="arrivedOn" problem={problem.arrivedOn}>
          <input
            {...fieldProps('arrivedOn', problem.arrivedOn)}
            type="date"
            value={value.arrivedOn}
            max={dayOf(Date.now())}
            onInput={(event) => put({ arrivedOn: event.currentTarget.value })}
          />
        </Field>
        <Field
          label={all.postmarkedOn}
          name="postmarkedOn"
          problem={problem.postmarkedOn}
          isOptional
        >
          <input
            {...fieldProps('postmarkedOn', problem.postmarkedOn)}
            type="date"
            value={value.postmarkedOn}
            max={value.arrivedOn}
            onInput={(event) => put({ postmarkedOn: event.currentTarget.value })}
          />
        </Field>
      </div>
      <Field label={all.senderName} name="senderName" problem={problem.senderName}>
        <input
          {...fieldProps('senderName', problem.senderName)}
          value={value.senderName}
          maxLength={80}
          autocomplete="off"
          onInput={(event) => put({ senderName: event.currentTarget.value })}
        />
      </Field>
      <Field label={all.address} name="address" hint={all.addressHint} problem={problem.address}>
        <textarea
          {...fieldProps('address', problem.address)}
          rows={3}
          value={value.address}
          maxLength={400}
          autocomplete="off"
          onInput={(event) => put({ address: event.currentTarget.value })}
        />
      </Field>
    </fieldset>
  );
};

/** What the letter is about, and to which ticket or person it belongs. */
const Matter = ({ entering }: { entering: Entering }) => {
  const { fields, problems, put } = entering;
  const all = words.value;
  const { value } = fields;
  const problem = problems.value;
  return (
    <fieldset>
      <legend class="visually-hidden">{all.matter}</legend>
      <TicketField entering={entering} />
      <Field label={all.topic} name="topic" problem={problem.topic}>
        <select
          {...fieldProps('topic', problem.topic)}
          value={value.topic}
          onChange={(event) => put({ topic: event.currentTarget.value })}
        >
          <option value="">{all.topicByDesk}</option>
          {desk.value?.topics.map(({ id }) => (
            <option key={id} value={id}>
              {topicNames.value.get(id) ?? id}
            </option>
          ))}
        </select>
      </Field>
      <Field label={all.subject} name="subject" problem={problem.subject}>
        <input
          {...fieldProps('subject', problem.subject)}
          value={value.subject}
          maxLength={200}
          autocomplete="off"
          onInput={(event) => put({ subject: event.currentTarget.value })}
        />
      </Field>
      <Field label={all.text} name="text" hint={all.textHint} problem={problem.text} isOptional>
        <textarea
          {...fieldProps('text', problem.text)}
          rows={4}
          value={value.text}
          maxLength={20_000}
          onInput={(event) => put({ text: event.currentTarget.value })}
        />
      </Field>
      <label class="switch">
        <input
          type="checkbox"
          checked={value.isConfidential}
          onChange={(event) => put({ isConfidential: event.currentTarget.checked })}
        />
        {all.confidential}
      </label>
    </fieldset>
  );
};
