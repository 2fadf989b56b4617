import { useSignal } from '@preact/signals';
import { isNarrow } from '../../parts/narrow.ts';
import { isUploading } from '../../parts/upload.ts';
import { UploadList } from '../../parts/upload-list.tsx';
import { now } from '../../state/desk.ts';
import type { TicketView } from '../../state/ticket.ts';
import { isMine } from '../../state/ticket-actions.ts';
import { chosenWay, takesText } from '../../state/ways.ts';
import { texts } from '../../texts/texts.ts';
import { type Composing, type Mode, useComposing } from './composing.ts';
import { Held } from './held.tsx';
import { ModeTabs } from './mode-tabs.tsx';
import { isNewerSaid } from './newer.ts';
import { fileRefusal } from './reach/file-refusal.ts';
import { LengthLine } from './reach/length-line.tsx';
import { ReachBox } from './reach/reach-box.tsx';
import { TemplateForm } from './reach/template-form.tsx';
import { SendRow } from './send-row.tsx';

/** Puts the cursor where an answer or a note is written. */
export const focusComposer = (mode: Mode): void => {
  document.querySelector<HTMLButtonElement>(`[data-mode="${mode}"]`)?.click();
  document.querySelector<HTMLTextAreaElement>('.composer textarea')?.focus();
};

/** Answers and notes under the conversation; on a phone one line until it is touched. */
export const Composer = ({ view }: { view: TicketView }) => {
  const { ticket, entries } = view;
  const words = texts.value.compose;
  const composing = useComposing(view);
  const { mode, text, uploads, begunOn, isSending, template } = composing;
  const isOpen = useSignal(false);
  if (ticket.status === 'spam') return null;

  const isReply = mode.value === 'reply';
  const way = isReply ? chosenWay(view, composing.via.value) : undefined;
  const isTemplate = isReply && template.value !== undefined;
  const isFolded = isNarrow.value && !isOpen.value && text.value === '';
  const isHeld = isReply && ticket.assigneeId !== undefined && !isMine(ticket);
  const hasNewer = isReply && begunOn.value !== undefined && isNewerSaid(entries, begunOn.value);
  const refused = way && uploads.value.map((file) => fileRefusal(file, way)).find(Boolean);
  const isShut = way !== undefined && !isTemplate && !takesText(way, now.value);
  return (
    <form
      class={`composer ${isReply ? '' : 'note'} ${isFolded ? 'folded' : ''}`}
      noValidate
      // A button is unfolded around only once it was pressed: it would move away under the finger.
      onFocusIn={(event) => {
        if (event.target instanceof HTMLTextAreaElement) isOpen.value = true;
      }}
      onClick={() => (isOpen.value = true)}
      onSubmit={(event) => {
        event.preventDefault();
        void composing.send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isShut)
          void composing.send();
        if (event.key === 'Escape') (event.target as HTMLElement).blur();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        composing.attach([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <ModeTabs chosen={mode.value} onChoose={(chosen) => (mode.value = chosen)} />
      {way && <ReachBox view={view} way={way} composing={composing} />}
      <div id="composer-text" role="tabpanel" aria-labelledby={`tab-${mode.value}`}>
        {isTemplate && template.value ? (
          <TemplateForm
            draft={template.value}
            onChange={(draft) => (template.value = draft)}
            onLeave={() => (template.value = undefined)}
          />
        ) : (
          <Words composing={composing} rows={isFolded ? 1 : 4} customer={ticket.customerName} />
        )}
      </div>
      {way && !isTemplate && <LengthLine text={text.value} way={way} />}
      <UploadList
        uploads={uploads.value}
        onRemove={(gone) => {
          uploads.value = uploads.value.filter((upload) => upload !== gone);
        }}
      />
      {refused && !uploads.value.some((file) => file.problem.value) && (
        <p class="problem" role="alert">
          {refused}
        </p>
      )}
      {hasNewer && (
        <p class="notice" role="status">
          {words.newer}
        </p>
      )}
      {isHeld && <Held ticket={ticket} />}
      <SendRow
        composing={composing}
        isBlocked={
          isHeld || isShut || Boolean(refused) || isUploading(uploads.value) || isSending.value
        }
      />
    </form>
  );
};

type WordsProps = { composing: Composing; rows: number; customer: string };

const Words = ({ composing, rows, customer }: WordsProps) => {
  const words = texts.value.compose;
  const isReply = composing.mode.value === 'reply';
  return (
    <textarea
      rows={rows}
      value={composing.text.value}
      maxLength={isReply ? 100_000 : 20_000}
      aria-label={isReply ? words.replyTo(customer) : words.noteTab}
      placeholder={isReply ? words.replyPlaceholder : words.notePlaceholder}
      onInput={(event) => composing.write(event.currentTarget.value)}
      onPaste={(event) => {
        if (event.clipboardData?.files.length) composing.attach([...event.clipboardData.files]);
      }}
    />
  );
};
