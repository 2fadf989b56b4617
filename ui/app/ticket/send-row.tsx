import { AttachButton } from '../../parts/attach-button.tsx';
import { texts } from '../../texts/texts.ts';
import type { After, Composing } from './composing.ts';

type Props = { composing: Composing; isBlocked: boolean };

/** Files, what becomes of the ticket, and sending. A template takes no files. */
export const SendRow = ({ composing, isBlocked }: Props) => {
  const words = texts.value.compose;
  const isReply = composing.mode.value === 'reply';
  const isTemplate = isReply && composing.template.value !== undefined;
  return (
    <div class="send-row">
      {!isTemplate && (
        <AttachButton label={words.attach} class="quiet" onFiles={composing.attach} />
      )}
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
