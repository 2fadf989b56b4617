import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import type { Ticket } from '../../../schemas/ticket.ts';
import { useKeys } from '../../parts/keys.ts';
import { isNarrow } from '../../parts/narrow.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { nextLines } from '../../state/hand-over.ts';
import { holderOf } from '../../state/holder.ts';
import { onChange } from '../../state/push.ts';
import { followSuggestion } from '../../state/suggestion.ts';
import { openTicket, view, viewState } from '../../state/ticket.ts';
import { claim, isMine, setStatus } from '../../state/ticket-actions.ts';
import { texts } from '../../texts/texts.ts';
import { CustomerCard } from '../customer/customer-card.tsx';
import { Composer, focusComposer } from './composer.tsx';
import { EscalateDialog } from './escalate-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { type Question, TicketChoices } from './ticket-actions.tsx';
import { TicketHead } from './ticket-head.tsx';
import { Timeline } from './timeline.tsx';

type Asking = Question | undefined;

/** One ticket: what was said, what to do about it, who the customer is. */
export const TicketScreen = () => {
  const { params } = useRoute();
  const ticketId = params['ticketId'] ?? '';
  const { route } = useLocation();
  const asking = useSignal<Asking>(undefined);
  useEffect(() => void openTicket(ticketId), [ticketId]);
  useEffect(
    () =>
      onChange((tickets) => {
        // Of the version on screen too: a message of it changed alone, such as by a receipt.
        const shown = view.value?.ticket.version ?? 0;
        if (
          tickets === 'gap' ||
          tickets.some((ticket) => ticket.id === ticketId && ticket.version >= shown)
        )
          void openTicket(ticketId);
      }),
    [ticketId],
  );
  const keys = useMemo(() => keysFor(asking, route), []);
  useKeys(keys);

  const current = view.value;
  usePageTitle(current ? `#${current.ticket.number} ${current.ticket.subject}` : '');
  useEffect(() => {
    if (current) focusHeading();
  }, [current?.ticket.number]);
  if (viewState.value === 'gone') return <p class="empty">{texts.value.ticket.gone}</p>;
  if (viewState.value === 'failed')
    return (
      <div class="empty">
        <p>{texts.value.problems.offline}</p>
        <button type="button" onClick={() => void openTicket(ticketId)}>
          {texts.value.app.tryAgain}
        </button>
      </div>
    );
  if (!current) return <p class="empty" aria-busy="true" />;

  const { ticket } = current;
  return (
    <article class="ticket">
      <TicketHead
        ticket={ticket}
        onAsk={(question) => {
          asking.value = question;
        }}
      />
      <div class="ticket-body">
        <div class="conversation">
          {isNarrow.value && (
            <details class="customer-fold">
              <summary>
                {ticket.customerName} · {holderOf(ticket)}
              </summary>
              <div class="ticket-actions">
                <TicketChoices ticket={ticket} />
              </div>
              <CustomerCard ticket={ticket} customer={current.customer} />
            </details>
          )}
          <Timeline view={current} />
          <Composer key={ticket.id} view={current} />
        </div>
        {!isNarrow.value && <CustomerCard ticket={ticket} customer={current.customer} />}
      </div>
      {asking.value === 'snooze' && (
        <SnoozeDialog ticket={ticket} onClose={() => (asking.value = undefined)} />
      )}
      {asking.value === 'move' && (
        <MoveDialog ticket={ticket} onClose={() => (asking.value = undefined)} />
      )}
      {(asking.value === 'escalate' || asking.value === 'return') && (
        <EscalateDialog
          ticket={ticket}
          isReturn={asking.value === 'return'}
          onClose={() => (asking.value = undefined)}
        />
      )}
    </article>
  );
};

const back = (route: (path: string) => void) => {
  const topic = view.value?.ticket.topic;
  if (history.length > 1) history.back();
  else route(topic ? `/queues/${topic}` : '/');
};

const keysFor = (asking: { value: Asking }, route: (path: string) => void) => {
  const withTicket = (act: (ticket: Ticket) => unknown) => () => {
    const ticket = view.value?.ticket;
    if (ticket) act(ticket);
  };
  const unfinished = (act: (ticket: Ticket) => unknown) =>
    withTicket((ticket) => {
      if (ticket.status !== 'closed' && ticket.status !== 'spam') act(ticket);
    });
  return {
    u: () => back(route),
    c: unfinished((ticket) => !isMine(ticket) && claim(ticket)),
    r: () => focusComposer('reply'),
    e: () => focusComposer('note'),
    w: unfinished((ticket) => setStatus(ticket, 'waiting')),
    x: unfinished((ticket) => setStatus(ticket, 'closed')),
    s: unfinished(() => {
      asking.value = 'snooze';
    }),
    h: unfinished((ticket) => {
      if (nextLines(ticket).length > 0) asking.value = 'escalate';
    }),
    y: withTicket(followSuggestion),
    m: withTicket((ticket) => {
      if (ticket.status !== 'spam') asking.value = 'move';
    }),
  };
};
