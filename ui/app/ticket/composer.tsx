import { useSignal } from '@preact/signals';
import type { Ticket } from '../../../schemas/ticket.ts';
import { AttachButton } from '../../parts/attach-button.tsx';
import { isNarrow } from '../../parts/narrow.ts';
import { isUploading } from '../../parts/upload.ts';
import { UploadList } from '../../parts/upload-list.tsx';
import { colleagueNames } from '../../state/desk.ts';
import type { TicketView } from '../../state/ticket.ts';
import { claim, isMine } from '../../state/ticket-actions.ts';
import { texts } from '../../texts/texts.ts';
import { type After, type Composing, type Mode, useComposing } from './composing.ts';
import { ModeTabs } from './mode-tabs.tsx';
import { isNewerSaid } from './newer.ts';
import './composer.css';

/** Puts the cursor where an answer or a note is written. */
export const focusComposer = (mode: Mode): void => {
  document.querySelector<HTMLButtonElement>(`[data-mode="${mode}"]`)?.click();
  document.querySelector<HTMLTextAreaElement>('.composer textarea')?.focus();
};

/** Answers and notes under the conversation; on a phone one line until it is touched. */
export const Composer = ({ view }: { view: TicketView }) => {
  const { ticket, entries } = view;
  const words = texts.value.compose;
  const composing = useComposing(ticket);
  const { mode, text, uploads, begunOn, isSending } = composing;
  const isOpen = useSignal(false);
  if (ticket.status === 'spam') return null;

  const isReply = mode.value === 'reply';
  const isFolded = isNarrow.value && !isOpen.value && text.value === '';
  const isHeld = isReply && ticket.assigneeId !== undefined && !isMine(ticket);
  const hasNewer = isReply && begunOn.value !== undefined && isNewerSaid(entries, begunOn.value);
  return (
    <form
      class={`composer ${isReply ? '' : 'note'} ${isFolded ? 'folded' : ''}`}
      onFocusIn={() => (isOpen.value = true)}
      onSubmit={(event) => {
        event.preventDefault();
        void composing.send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void composing.send();
        if (event.key === 'Escape') (event.target as HTMLElement).blur();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        composing.attach([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <ModeTabs chosen={mode.value} onChoose={(chosen) => (mode.value = chosen)} />
      <div id="composer-text" role="tabpanel" aria-labelledby={`tab-${mode.value}`}>
        <textarea
          rows={isFolded ? 1 : 4}
          value={text.value}
          maxLength={isReply ? 100_000 : 20_000}
          aria-label={isReply ? words.replyTo(ticket.customerName) : words.noteTab}
          placeholder={isReply ? words.replyPlaceholder : words.notePlaceholder}
          onInput={(event) => composing.write(event.currentTarget.value)}
          onPaste={(event) => {
            if (event.clipboardData?.files.length) composing.attach([...event.clipboardData.files]);
          }}
        />
      </div>
      <UploadList
        uploads={uploads.value}
        onRemove={(gone) => {
          uploads.value = uploads.value.filter((upload) => upload !== gone);
        }}
      />
      {hasNewer && (
        <p class="notice" role="status">
          {words.newer}
        </p>
      )}
      {isHeld && <Held ticket={ticket} />}
      <SendRow
        composing={composing}
        isBlocked={isHeld || isUploading(uploads.value) || isSending.value}
      />
    </form>
  );
};

const Held = ({ ticket }: { ticket: Ticket }) => (
  <p class="notice">
    {texts.value.compose.held(colleagueNames.value.get(ticket.assigneeId ?? '') ?? '…')}{' '}
    {ticket.status !== 'closed' && (
      <button type="button" class="link" onClick={() => void claim(ticket)}>
        {texts.value.ticket.takeOver}
      </button>
    )}
  </p>
);

const SendRow = ({ composing, isBlocked }: { composing: Composing; isBlocked: boolean }) => {
  const words = texts.value.compose;
  const isReply = composing.mode.value === 'reply';
  return (
    <div class="send-row">
      <AttachButton label={words.attach} class="quiet" onFiles={composing.attach} />
      {isReply && (
        <select
          aria-label={words.afterLabel}
          value={composing.after.value}
          onChange={(event) => {
            composing.after.value = event.currentTarget.value as After;
          }}
        >
          {Object.entries(words.after).map(([status, label]) => (
            <option key={status} value={status}>
              {label}
            </option>
          ))}
        </select>
      )}
      <button type="submit" class="primary" disabled={isBlocked}>
        {isReply ? words.send : words.addNote}
      </button>
    </div>
  );
};
