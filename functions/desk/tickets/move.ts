import type { Agent } from '../../../schemas/agent.ts';
import type { Topic } from '../../../schemas/desk.ts';
import type { Priority } from '../../../schemas/primitives.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { asActor } from '../access.ts';
import type { TicketChange } from '../change.ts';
import { chooseLine, type LineDesk } from '../lines/choose-line.ts';
import type { Book } from '../promises/book.ts';
import { changed, eventOf } from './changed.ts';
import { advanceClocks, alertEvent } from './clocked.ts';

type Moving = { ticket: Ticket; by: Agent; topic: Topic; desk: LineDesk; book: Book; now: string };

/**
 * To another topic and the line that can answer it, whatever line it was passed on to before; clocks and promise go on
 * as they are (sla.md 16).
 */
export const move = ({ ticket, by, topic, desk, book, now }: Moving): TicketChange | undefined => {
  if (ticket.topic === topic.id) return undefined;
  const choice = chooseLine({ ...ticket, topic: topic.id }, desk, now);
  const clocked = advanceClocks(ticket, [{ kind: 'moved', at: now }], {
    book,
  });
  return changed(
    ticket,
    {
      ...clocked.fields,
      topic: topic.id,
      line: choice?.line ?? topic.line,
      lineReason: choice && choice.why !== 'competence' ? choice.why : undefined,
      escalatedFrom: undefined,
      topicReason: { rule: 'agent', detail: by.name },
    },
    [
      eventOf(ticket, 'moved', {
        by: asActor(by),
        now,
        data: { from: ticket.topic, to: topic.id },
      }),
      ...clocked.alerts.map((alert) => alertEvent(ticket.id, alert)),
    ],
  );
};

type Changing = { ticket: Ticket; by: Agent; priority: Priority; book: Book; now: string };

/** Another priority: targets are picked again from the original start, which may breach a clock now (sla.md 10). */
export const changePriority = ({
  ticket,
  by,
  priority,
  book,
  now,
}: Changing): TicketChange | undefined => {
  if (ticket.priority === priority) return undefined;
  const clocked = advanceClocks(ticket, [{ kind: 'priority', at: now, priority }], {
    book,
  });
  return changed(ticket, { ...clocked.fields, priority }, [
    eventOf(ticket, 'priority', {
      by: asActor(by),
      now,
      data: { from: ticket.priority, to: priority },
    }),
    ...clocked.alerts.map((alert) => alertEvent(ticket.id, alert)),
  ]);
};
