import { useEffect } from 'preact/hooks';
import type { Ticket } from '../../../schemas/ticket.ts';
import { presence, typingIn, watchChat } from '../../state/presence.ts';
import { texts } from '../../texts/texts.ts';

/** Whether the visitor of a site chat is on the page. */
export const VisitorTag = ({ ticket }: { ticket: Ticket }) => {
  useEffect(
    () => (ticket.channel === 'chat' ? watchChat(ticket.id) : undefined),
    [ticket.id, ticket.channel],
  );
  const known = presence.value;
  if (known?.ticketId !== ticket.id) return null;
  const { said } = texts.value;
  return (
    <span class={known.isHere ? 'tag good' : 'tag'} role="status">
      <span aria-hidden="true">{known.isHere ? '●' : '○'}</span>{' '}
      {known.isHere ? said.isHere : said.isAway}
    </span>
  );
};

/** That the visitor is writing, below what was said. The place is always there, so that it is read out. */
export const VisitorTyping = ({ ticket }: { ticket: Ticket }) => (
  <p class="event typing" role="status">
    {typingIn.value === ticket.id && `${ticket.customerName} ${texts.value.said.isTyping}`}
  </p>
);
