import { useEffect } from 'preact/hooks';
import type { Customer } from '../../../schemas/customer.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { momentText } from '../../parts/time.ts';
import { card, history, openCustomer, showMoreTickets } from '../../state/customer.ts';
import { now, topicNames } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';
import { Identities } from './identities.tsx';
import { SamePerson } from './same-person.tsx';
import { Standing } from './standing.tsx';

type Props = { ticket: Ticket; customer: Customer | undefined };

/** Who the customer is and everything they ever asked, over all channels. */
export const CustomerCard = ({ ticket, customer }: Props) => {
  const words = texts.value.ticket;
  useEffect(() => openCustomer(ticket.customerId), [ticket.customerId]);
  const person = card.value?.of === ticket.customerId ? card.value.customer : customer;
  return (
    <aside class="customer" aria-label={words.customer}>
      <h2>{person?.name ?? ticket.customerName}</h2>
      <Standing customerId={ticket.customerId} customer={person} />
      <h3>{words.identities}</h3>
      <Identities identities={person?.identities ?? []} of={person?.name ?? ''} />
      <SamePerson customerId={ticket.customerId} />
      <h3>{words.topic}</h3>
      <p class="hint">{words.why[ticket.topicReason.rule](ticket.topicReason.detail)}</p>
      <h3>{words.history}</h3>
      <History ticket={ticket} />
    </aside>
  );
};

const History = ({ ticket }: { ticket: Ticket }) => {
  const { ticket: words, customers } = texts.value;
  const { of, tickets, cursor, hidden = 0, hasFailed } = history.value;
  if (of !== ticket.customerId) return null;
  if (hasFailed)
    return (
      <p class="hint">
        {customers.historyFailed}{' '}
        <button type="button" class="link" onClick={() => openCustomer(ticket.customerId)}>
          {texts.value.app.tryAgain}
        </button>
      </p>
    );
  const others = tickets.filter((other) => other.id !== ticket.id);
  return (
    <>
      {others.length === 0 && hidden === 0 && <p class="hint">{words.noHistory}</p>}
      <ul class="history">
        {others.map((other) => (
          <li key={other.id}>
            <a href={`/tickets/${other.id}`}>{other.subject || other.preview}</a>
            <span class="hint">
              {texts.value.channel[other.channel]} ·{' '}
              {topicNames.value.get(other.topic) ?? other.topic} ·{' '}
              {texts.value.status[other.status]} ·{' '}
              {momentText(other.createdAt, now.value, language.value)}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="hint">{customers.hidden(hidden)}</p>}
      {cursor && (
        <button type="button" class="link" onClick={showMoreTickets}>
          {customers.moreTickets}
        </button>
      )}
    </>
  );
};
