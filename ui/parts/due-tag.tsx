import type { TicketSummary } from '../../schemas/ticket.ts';
import { now } from '../state/desk.ts';
import { language } from '../state/preferences.ts';
import { texts } from '../texts/texts.ts';
import { fullMomentText, spanText } from './time.ts';

/** Within this long before due a ticket looks urgent, milliseconds. */
const soon = 30 * 60_000;

/** What the clock says about a ticket, in one tag: late, due, or how long the customer has waited. */
export const DueTag = ({ ticket }: { ticket: TicketSummary }) => {
  const { due } = texts.value;
  const lang = language.value;
  if (ticket.dueAt) {
    const left = Date.parse(ticket.dueAt) - now.value;
    const isLate = left <= 0;
    return (
      <time
        class={isLate ? 'tag bad' : left < soon ? 'tag warn' : 'tag'}
        dateTime={ticket.dueAt}
        title={fullMomentText(ticket.dueAt, lang)}
      >
        {isLate ? due.late(spanText(left, lang)) : due.in(spanText(left, lang))}
      </time>
    );
  }
  if (!ticket.waitingSince || ticket.status === 'closed') return null;
  const waited = now.value - Date.parse(ticket.waitingSince);
  return (
    <time
      class={ticket.isBreached ? 'tag bad' : 'tag'}
      dateTime={ticket.waitingSince}
      title={fullMomentText(ticket.waitingSince, lang)}
    >
      {due.waits(spanText(waited, lang))}
    </time>
  );
};
