import { useSignal } from '@preact/signals';
import type { Ticket } from '../../../schemas/ticket.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { momentText } from '../../parts/time.ts';
import { now } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { snooze } from '../../state/ticket-actions.ts';
import { texts } from '../../texts/texts.ts';
import { forInput, snoozeMoments } from './snooze-moments.ts';

type Props = { ticket: Ticket; onClose: () => void };

/** Until when to put a ticket away; says beforehand when a promise would be broken meanwhile. */
export const SnoozeDialog = ({ ticket, onClose }: Props) => {
  const words = texts.value.snooze;
  const custom = useSignal('');
  const choose = (until: Date) => {
    onClose();
    void snooze(ticket, until.toISOString());
  };
  const isPast = (until: Date) => ticket.dueAt !== undefined && ticket.dueAt < until.toISOString();

  return (
    <Dialog title={words.title} onClose={onClose}>
      {ticket.dueAt && (
        <p class="hint">{words.passesDue(momentText(ticket.dueAt, now.value, language.value))}</p>
      )}
      <div class="choices">
        {snoozeMoments(now.value).map(({ name, until }) => (
          <button key={name} type="button" onClick={() => choose(until)}>
            <span>{words[name]}</span>
            <span class={isPast(until) ? 'tag bad' : 'hint'}>
              {momentText(until.toISOString(), now.value, language.value)}
            </span>
          </button>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (custom.value) choose(new Date(custom.value));
        }}
      >
        <label class="field">
          {words.custom}
          <input
            type="datetime-local"
            required
            min={forInput(now.value)}
            value={custom.value}
            onInput={(event) => {
              custom.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="submit" class="primary">
          {words.save}
        </button>
      </form>
    </Dialog>
  );
};
