import type { TicketSummary } from '../../../schemas/ticket.ts';
import { DueTag } from '../../parts/due-tag.tsx';
import { TierTag } from '../../parts/tier-tag.tsx';
import { momentText } from '../../parts/time.ts';
import { now, topicNames } from '../../state/desk.ts';
import { holderOf } from '../../state/holder.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';

type Props = { ticket: TicketSummary; index: number; showsTopic: boolean };

/** One ticket of a list: who, what about, how urgent, with whom. The whole row is one link. */
export const TicketRow = ({ ticket, index, showsTopic }: Props) => (
  <li>
    <a class="row" href={`/tickets/${ticket.id}`} data-row={index}>
      <span class="row-who">
        <span class="row-name">{ticket.customerName}</span>
        <span class="hint">
          #{ticket.number} · {texts.value.channel[ticket.channel]}
          {showsTopic ? ` · ${topicNames.value.get(ticket.topic) ?? ticket.topic}` : ''}
        </span>
      </span>
      <span class="row-what">
        <span class="row-subject">{ticket.subject || ticket.preview}</span>
        <span class="row-preview">{ticket.preview}</span>
      </span>
      <span class="row-tags">
        <TierTag tier={ticket.tier} />
        {ticket.status !== 'open' && <span class="tag">{texts.value.status[ticket.status]}</span>}
        {(ticket.priority === 'high' || ticket.priority === 'urgent') && (
          <span class="tag warn">{texts.value.priority[ticket.priority]}</span>
        )}
        <DueTag ticket={ticket} />
      </span>
      <span class="row-end">
        <time dateTime={ticket.lastMessageAt}>
          {momentText(ticket.lastMessageAt, now.value, language.value)}
        </time>
        <span class="hint">{holderOf(ticket)}</span>
      </span>
    </a>
  </li>
);
