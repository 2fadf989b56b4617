import type { Ticket } from '../../../schemas/ticket.ts';
import { DueTag } from '../../parts/due-tag.tsx';
import { TierTag } from '../../parts/tier-tag.tsx';
import { momentText } from '../../parts/time.ts';
import { colleagueNames, now, topicNames } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';
import { HandOver } from './hand-over.tsx';
import { Hold } from './hold.tsx';
import { Subject } from './subject.tsx';
import { SuggestionLine } from './suggestion.tsx';
import { type Question, TicketActions } from './ticket-actions.tsx';
import { VisitorTag } from './visitor.tsx';

type Props = { ticket: Ticket; onAsk: (question: Question) => void };

/** What the ticket is, how it stands, who has it, and everything that can be done to it. */
export const TicketHead = ({ ticket, onAsk }: Props) => {
  const words = texts.value.ticket;
  const list = `/queues/${ticket.topic}`;
  return (
    <header class="ticket-head">
      <div class="ticket-title">
        <a class="back" href={list} aria-label={words.back}>
          ←
        </a>
        <Subject ticket={ticket} />
      </div>
      <div class="ticket-facts">
        <span class="hint">#{ticket.number}</span>
        <StatusTag ticket={ticket} />
        <DueTag ticket={ticket} />
        <TierTag tier={ticket.tier} />
        {ticket.managerId && (
          <span class="tag">
            {texts.value.lines.managerIs(colleagueNames.value.get(ticket.managerId) ?? '…')}
          </span>
        )}
        <span class="tag" title={words.why[ticket.topicReason.rule](ticket.topicReason.detail)}>
          {topicNames.value.get(ticket.topic) ?? ticket.topic}
        </span>
        <span class="tag channel">{texts.value.channel[ticket.channel]}</span>
        <VisitorTag ticket={ticket} />
        <Links ticket={ticket} />
      </div>
      <TicketActions ticket={ticket} onAsk={onAsk} />
      <div class="ticket-notices">
        <Hold ticket={ticket} />
        <SuggestionLine ticket={ticket} />
      </div>
      <HandOver key={ticket.handOver?.at} ticket={ticket} />
    </header>
  );
};

const StatusTag = ({ ticket }: { ticket: Ticket }) => {
  const { status, due } = texts.value;
  const until =
    ticket.snoozedUntil && due.snoozed(momentText(ticket.snoozedUntil, now.value, language.value));
  return (
    <span
      class={ticket.status === 'open' ? 'tag good' : ticket.status === 'spam' ? 'tag bad' : 'tag'}
    >
      {status[ticket.status]}
      {ticket.held ? `: ${texts.value.mail.quarantine.why[ticket.held]}` : ''}
      {until ? ` ${until}` : ''}
    </span>
  );
};

const Links = ({ ticket }: { ticket: Ticket }) => {
  const words = texts.value.ticket;
  const numberOf = (id: string) => id.replace('tkt_', '');
  return (
    <>
      {ticket.followUpOf && (
        <a class="tag" href={`/tickets/${ticket.followUpOf}`}>
          {words.followUpOf(numberOf(ticket.followUpOf))}
        </a>
      )}
      {ticket.followedUpBy && (
        <a class="tag warn" href={`/tickets/${ticket.followedUpBy}`}>
          {words.followedUpBy(numberOf(ticket.followedUpBy))}
        </a>
      )}
    </>
  );
};
