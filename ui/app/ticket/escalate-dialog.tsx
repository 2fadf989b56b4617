import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Ticket } from '../../../schemas/ticket.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { lineNames } from '../../state/desk.ts';
import {
  giveBack,
  keepSummary,
  lineBefore,
  nextLines,
  passOn,
  readSummary,
  usualNextLine,
} from '../../state/hand-over.ts';
import { texts } from '../../texts/texts.ts';

type Props = { ticket: Ticket; isReturn: boolean; onClose: () => void };

/** Passes a ticket on, or back, with what the others should know. What is written survives closing the question. */
export const EscalateDialog = ({ ticket, isReturn, onClose }: Props) => {
  const words = texts.value.lines;
  const before = lineBefore(ticket) ?? '';
  const lines = nextLines(ticket);
  const to = useSignal(usualNextLine(ticket) ?? lines[0] ?? '');
  const summary = useSignal(readSummary(ticket.id));
  const isMissing = useSignal(false);
  const hint = useId();
  const nameOf = (line: string) => lineNames.value.get(line) ?? line;

  const send = () => {
    const said = summary.value.trim();
    isMissing.value = said === '';
    if (!said) return;
    onClose();
    void (isReturn ? giveBack(ticket, said) : passOn(ticket, to.value, said));
  };
  return (
    <Dialog
      title={isReturn ? words.returnTitle(nameOf(before)) : words.escalateTitle}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      >
        {!isReturn && (
          <label class="field">
            {words.line}
            <select value={to.value} onChange={(event) => (to.value = event.currentTarget.value)}>
              {lines.map((line) => (
                <option key={line} value={line}>
                  {nameOf(line)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label class="field">
          {words.summary}
          <textarea
            rows={6}
            maxLength={4000}
            autofocus
            required
            aria-describedby={hint}
            aria-invalid={isMissing.value}
            value={summary.value}
            onInput={(event) => {
              summary.value = event.currentTarget.value;
              keepSummary(ticket.id, summary.value);
            }}
          />
        </label>
        <p class={isMissing.value ? 'problem' : 'hint'} id={hint} role="status">
          {isMissing.value ? words.summaryMissing : words.summaryHint}
        </p>
        <div class="dialog-end">
          <button type="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" class="primary">
            {isReturn ? words.sendBack : words.send}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
