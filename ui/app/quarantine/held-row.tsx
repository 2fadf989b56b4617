import type { TicketSummary } from '../../../schemas/ticket.ts';
import { momentText } from '../../parts/time.ts';
import { now, topicNames } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { texts } from '../../texts/texts.ts';

/** One mail that is held apart: who, what, why, when. */
export const HeldRow = ({ ticket, isChosen }: { ticket: TicketSummary; isChosen: boolean }) => (
  <li>
    <a
      class="held-row"
      href={`/quarantine/${ticket.id}`}
      aria-current={isChosen ? 'true' : undefined}
    >
      <span class="held-line">
        <b class="row-name">{ticket.customerName}</b>
        <time dateTime={ticket.lastMessageAt}>
          {momentText(ticket.lastMessageAt, now.value, language.value)}
        </time>
      </span>
      <span class="row-subject">{ticket.subject || ticket.preview}</span>
      <span class="held-line">
        <span class="hint">{topicNames.value.get(ticket.topic) ?? ticket.topic}</span>
        <WhyTag held={ticket.held} />
      </span>
    </a>
  </li>
);

export const WhyTag = ({ held }: Pick<TicketSummary, 'held'>) => {
  const words = texts.value.mail.quarantine;
  return (
    <span class={held === 'virus' || held === 'unverified' ? 'tag bad' : 'tag warn'}>
      {held ? words.why[held] : words.marked}
    </span>
  );
};
