import type { Priority } from '../../../schemas/primitives.ts';
import type { Ticket, TicketStatus } from '../../../schemas/ticket.ts';
import { Menu, type MenuItem } from '../../parts/menu.tsx';
import { isNarrow } from '../../parts/narrow.ts';
import { colleagueNames, desk } from '../../state/desk.ts';
import { lineBefore, nextLines } from '../../state/hand-over.ts';
import { assign, claim, isMine, setPriority, setStatus } from '../../state/ticket-actions.ts';
import { texts } from '../../texts/texts.ts';

export type Question = 'snooze' | 'move' | 'escalate' | 'return';
type Props = { ticket: Ticket; onAsk: (question: Question) => void };

/** Everything that can be done to a ticket: the next step as buttons, the rest in a menu. */
export const TicketActions = ({ ticket, onAsk }: Props) => {
  const { actions } = texts.value;
  const all = actionsOf({ ticket, onAsk });
  const { shown, hidden } = isNarrow.value
    ? { shown: all.filter(({ isFirst }) => isFirst).slice(0, 1), hidden: all }
    : { shown: all.filter(({ isRare }) => !isRare), hidden: all.filter(({ isRare }) => isRare) };
  const rest = hidden.filter((action) => !shown.includes(action));
  return (
    <div class="ticket-actions" role="group" aria-label={actions.title}>
      <ClaimButton ticket={ticket} />
      {shown.map((action) => (
        <button key={action.label} type="button" onClick={action.onChoose}>
          {action.label}
        </button>
      ))}
      {rest.length > 0 && <Menu label={actions.more} items={rest} />}
      {!isNarrow.value && <TicketChoices ticket={ticket} />}
    </div>
  );
};

/** Who has it and how urgent it is; on a phone beside the customer, where there is room. */
export const TicketChoices = ({ ticket }: { ticket: Ticket }) => (
  <>
    <Holder ticket={ticket} />
    <PriorityChoice ticket={ticket} />
  </>
);

type Action = MenuItem & { isRare?: boolean; isFirst?: boolean };

const isOver = (status: TicketStatus) => status === 'closed' || status === 'spam';

const actionsOf = ({ ticket, onAsk }: Props): readonly Action[] => {
  const { actions, lines, ticket: words } = texts.value;
  const { status } = ticket;
  const to = (wanted: Exclude<TicketStatus, 'snoozed'>) => () => void setStatus(ticket, wanted);
  if (status === 'spam') return [{ label: words.notSpam, onChoose: to('open'), isFirst: true }];
  const spam = { label: actions.spam, onChoose: to('spam'), isRare: true };
  const reopen = { label: actions.reopen, onChoose: to('open'), isFirst: true };
  const move = { label: actions.move, onChoose: () => onAsk('move') };
  if (status === 'closed') return [reopen, move, spam];
  return [
    ...(status === 'open' ? [] : [reopen]),
    ...(status === 'waiting' ? [] : [{ label: actions.wait, onChoose: to('waiting') }]),
    { label: actions.snooze, onChoose: () => onAsk('snooze') },
    move,
    ...(lineBefore(ticket) ? [{ label: lines.giveBack, onChoose: () => onAsk('return') }] : []),
    ...(nextLines(ticket).length > 0
      ? [
          {
            label: lines.escalate,
            onChoose: () => onAsk('escalate'),
            isRare: lineBefore(ticket) !== undefined || !isMine(ticket),
          },
        ]
      : []),
    { label: actions.close, onChoose: to('closed'), isFirst: true },
    ...(status === 'on_hold'
      ? []
      : [{ label: actions.hold, onChoose: to('on_hold'), isRare: true }]),
    spam,
  ];
};

const ClaimButton = ({ ticket }: { ticket: Ticket }) => {
  const words = texts.value.ticket;
  if (isMine(ticket) || isOver(ticket.status)) return null;
  return (
    <button type="button" class="primary" onClick={() => void claim(ticket)}>
      {ticket.assigneeId ? words.takeOver : words.claim}
    </button>
  );
};

const Holder = ({ ticket }: { ticket: Ticket }) => {
  const words = texts.value.ticket;
  const holder = ticket.assigneeId ?? '';
  const people = (desk.value?.colleagues ?? []).filter(
    (person) => person.active || person.id === holder,
  );
  const isKnown = holder === '' || people.some(({ id }) => id === holder);
  return (
    <select
      class="holder"
      value={holder}
      aria-label={words.holder}
      onChange={(event) => void assign(ticket, event.currentTarget.value || undefined)}
    >
      <option value="">{words.nobody}</option>
      {!isKnown && <option value={holder}>{colleagueNames.value.get(holder) ?? '…'}</option>}
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
        </option>
      ))}
    </select>
  );
};

const priorities: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];

const PriorityChoice = ({ ticket }: { ticket: Ticket }) => (
  <select
    value={ticket.priority}
    aria-label={texts.value.ticket.priority}
    onChange={(event) => void setPriority(ticket, event.currentTarget.value as Priority)}
  >
    {priorities.map((priority) => (
      <option key={priority} value={priority}>
        {texts.value.priority[priority]}
      </option>
    ))}
  </select>
);
