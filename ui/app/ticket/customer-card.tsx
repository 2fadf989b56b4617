import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Customer } from '../../../schemas/customer.ts';
import type { Ticket, TicketSummary } from '../../../schemas/ticket.ts';
import { momentText } from '../../parts/time.ts';
import { complain } from '../../parts/toast.tsx';
import { call, now, topicNames } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';

type Props = { ticket: Ticket; customer: Customer | undefined };

const history = signal<{ of: string; tickets: readonly TicketSummary[] }>({ of: '', tickets: [] });

const readHistory = async (customerId: string): Promise<void> => {
  const { items } = await call('listCustomerTickets', { params: { customerId }, query: {} });
  history.value = { of: customerId, tickets: items };
};

/** Who the customer is and everything they ever asked, over all channels. */
export const CustomerCard = ({ ticket, customer }: Props) => {
  const words = texts.value.ticket;
  useEffect(() => void readHistory(ticket.customerId).catch(complain), [ticket.customerId]);
  const others =
    history.value.of === ticket.customerId
      ? history.value.tickets.filter((other) => other.id !== ticket.id)
      : [];
  return (
    <aside class="customer" aria-label={words.customer}>
      <h2>{customer?.name ?? ticket.customerName}</h2>
      <h3>{words.identities}</h3>
      <ul class="identities">
        {customer?.identities.map((identity) => (
          <li key={`${identity.channel}${identity.externalId}`}>
            <span class="identity">{identity.externalId}</span>
            <span class="hint">
              {texts.value.channel[identity.channel]} ·{' '}
              {identity.isVerified ? words.verified : words.unverified}
            </span>
          </li>
        ))}
      </ul>
      <h3>{words.topic}</h3>
      <p class="hint">{words.why[ticket.topicReason.rule](ticket.topicReason.detail)}</p>
      <h3>{words.history}</h3>
      {others.length === 0 && <p class="hint">{words.noHistory}</p>}
      <ul class="history">
        {others.slice(0, 20).map((other) => (
          <li key={other.id}>
            <a href={`/tickets/${other.id}`}>{other.subject || other.preview}</a>
            <span class="hint">
              {topicNames.value.get(other.topic) ?? other.topic} ·{' '}
              {texts.value.status[other.status]} ·{' '}
              {momentText(other.createdAt, now.value, language.value)}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
};
