import { useSignal } from '@preact/signals';
import { complain } from '../../../parts/toast.tsx';
import { call, can } from '../../../state/desk.ts';
import type { MessageEntry } from '../../../state/ticket.ts';
import { texts } from '../../../texts/texts.ts';
import { HtmlBody } from '../html-body.tsx';
import { EditMessage, isEditable } from './edit-message.tsx';
import { partLeftOut } from './left-out.ts';

const place = (message: MessageEntry) => ({
  params: { ticketId: message.ticketId, messageId: message.id },
  query: { occurredAt: message.occurredAt },
});

type Whole = { text: string; html?: string };

/** What was said, as text or as it was sent, and what can be done with it. */
export const MessageBody = ({ message }: { message: MessageEntry }) => {
  const { ticket: labels } = texts.value;
  const isEditing = useSignal(false);
  const isHtml = useSignal(false);
  const isUnfolded = useSignal(false);
  const whole = useSignal<Whole | undefined>(undefined);
  const { text: written, html } = whole.value ?? message;
  const { words, leftOut } = partLeftOut(written);
  // A place is shown as one; its line in the text says the same in numbers.
  const text = message.place ? words.replace(/^\[(location|place): .*\]$/m, '').trim() : words;
  const folds =
    !whole.value && message.quoteStart !== undefined && message.quoteStart < text.length;
  const shown = folds && !isUnfolded.value ? text.slice(0, message.quoteStart).trimEnd() : text;

  const readWhole = () =>
    call('getMessageBody', place(message)).then((body) => {
      whole.value = body;
    }, complain);
  const openRaw = () =>
    call('getRawMessage', place(message)).then(({ url }) => location.assign(url), complain);

  if (isEditing.value)
    return <EditMessage message={message} onClose={() => (isEditing.value = false)} />;
  return (
    <>
      {isHtml.value && html ? (
        <HtmlBody html={html} message={message} />
      ) : (
        shown && <div class="said">{message.deletedAt ? <s>{shown}</s> : shown}</div>
      )}
      {leftOut.map(({ reason, what }) => (
        <p key={`${reason} ${what}`} class="flags">
          {texts.value.said.left[reason](what)}
        </p>
      ))}
      <p class="body-actions">
        {folds && !isHtml.value && (
          <button
            type="button"
            class="link"
            aria-expanded={isUnfolded.value}
            onClick={() => (isUnfolded.value = !isUnfolded.value)}
          >
            {isUnfolded.value ? labels.unquoted : labels.quoted}
          </button>
        )}
        {message.isCut && !whole.value && (
          <button type="button" class="link" onClick={() => void readWhole()}>
            {labels.whole}
          </button>
        )}
        {html && (
          <button type="button" class="link" onClick={() => (isHtml.value = !isHtml.value)}>
            {isHtml.value ? labels.plain : labels.html}
          </button>
        )}
        {isEditable(message) && (
          <button type="button" class="link" onClick={() => (isEditing.value = true)}>
            {texts.value.said.edit}
          </button>
        )}
        {message.hasRaw && can('raw-mail.read') && (
          <button type="button" class="link" onClick={() => void openRaw()}>
            {labels.raw}
          </button>
        )}
      </p>
    </>
  );
};
