import type { Priority } from '../../schemas/primitives.ts';
import type { Ticket, TicketStatus } from '../../schemas/ticket.ts';
import { momentText } from '../parts/time.ts';
import { texts } from '../texts/texts.ts';
import { call, colleagueNames, me, now, topicNames } from './desk.ts';
import { language } from './preferences.ts';
import { stepsBack } from './steps-back.ts';
import { act } from './ticket.ts';

const one = (ticket: Ticket) => ({ params: { ticketId: ticket.id } });
const done = () => texts.value.actions.done;

export const isMine = (ticket: Ticket): boolean => ticket.assigneeId === me.value?.agent.id;

/** Makes it mine; a colleague's ticket is taken over. Undoing gives it back to whoever had it. */
export const claim = (ticket: Ticket): Promise<void> =>
  act(
    ticket,
    (current) =>
      call('claimTicket', {
        ...one(current),
        body: { version: current.version, takeOver: current.assigneeId !== undefined },
      }),
    { text: done().claimed, undo: (changed) => void assign(changed, ticket.assigneeId) },
  );

/** Gives it to a colleague, or (undefined) back to its queue. */
export const assign = (ticket: Ticket, assigneeId: string | undefined): Promise<void> =>
  act(
    ticket,
    (current) =>
      call('assignTicket', {
        ...one(current),
        body: { version: current.version, assigneeId: assigneeId ?? null },
      }),
    {
      text: assigneeId
        ? texts.value.ticket.assignedTo(colleagueNames.value.get(assigneeId) ?? '')
        : done().released,
      undo: (changed) => void assign(changed, ticket.assigneeId),
    },
  );

type Direct = Exclude<TicketStatus, 'snoozed'>;

/** Changes the status; undoing brings back the one of before. */
export const setStatus = (ticket: Ticket, status: Direct): Promise<void> =>
  act(ticket, async (current) => ({ ticket: await put(current, status) }), {
    text: statusText(status),
    undo: (changed) => void backTo(changed, ticket),
  });

/** Brings back the status of before; a snooze whose time has passed comes back as open. */
const backTo = (changed: Ticket, before: Ticket): Promise<void> => {
  const { snoozedUntil } = before;
  const isOver = snoozedUntil !== undefined && Date.parse(snoozedUntil) <= Date.now();
  const steps = stepsBack(changed.status, isOver ? 'open' : before.status);
  return act(
    changed,
    async (current) => {
      let ticket = current;
      for (const status of steps) ticket = await put(ticket, status, snoozedUntil);
      return { ticket };
    },
    { text: statusText(isOver ? 'open' : before.status, snoozedUntil) },
  );
};

const put = async (ticket: Ticket, status: TicketStatus, until?: string): Promise<Ticket> => {
  const { version } = ticket;
  if (status === 'snoozed' && until)
    return (await call('snoozeTicket', { ...one(ticket), body: { version, until } })).ticket;
  const direct = status === 'snoozed' ? 'open' : status;
  return (await call('changeStatus', { ...one(ticket), body: { version, status: direct } })).ticket;
};

const statusText = (status: TicketStatus, until?: string): string =>
  status === 'snoozed'
    ? done().snoozed(until ? momentText(until, now.value, language.value) : '')
    : done()[status];

/** Puts it away until a moment (ISO 8601, UTC); says when a promise falls due before. */
export const snooze = (ticket: Ticket, until: string): Promise<void> => {
  let passesDue: string | undefined;
  return act(
    ticket,
    async (current) => {
      const answer = await call('snoozeTicket', {
        ...one(current),
        body: { version: current.version, until },
      });
      passesDue = answer.passesDue;
      return answer;
    },
    {
      text: () => [statusText('snoozed', until), warning(passesDue)].filter(Boolean).join('. '),
      undo: (changed) => void backTo(changed, ticket),
    },
  );
};

const warning = (due: string | undefined): string =>
  due ? texts.value.snooze.passesDue(momentText(due, now.value, language.value)) : '';

export const moveTo = (ticket: Ticket, topic: string): Promise<void> =>
  act(
    ticket,
    (current) => call('moveTicket', { ...one(current), body: { version: current.version, topic } }),
    {
      text: done().moved(topicNames.value.get(topic) ?? topic),
      undo: (changed) => void moveTo(changed, ticket.topic),
    },
  );

export const setPriority = (ticket: Ticket, priority: Priority): Promise<void> =>
  act(
    ticket,
    (current) =>
      call('changePriority', { ...one(current), body: { version: current.version, priority } }),
    {
      text: done().priority(texts.value.priority[priority]),
      undo: (changed) => void setPriority(changed, ticket.priority),
    },
  );
