import type { Ticket } from '../../../schemas/ticket.ts';
import { colleagueNames } from '../../state/desk.ts';
import { claim } from '../../state/ticket-actions.ts';
import { texts } from '../../texts/texts.ts';

/** A colleague works on this ticket, so nobody else answers it by mistake. */
export const Held = ({ ticket }: { ticket: Ticket }) => (
  <p class="notice">
    {texts.value.compose.held(colleagueNames.value.get(ticket.assigneeId ?? '') ?? '…')}{' '}
    {ticket.status !== 'closed' && (
      <button type="button" class="link" onClick={() => void claim(ticket)}>
        {texts.value.ticket.takeOver}
      </button>
    )}
  </p>
);
