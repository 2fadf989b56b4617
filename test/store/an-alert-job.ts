import { ticketStore } from '../../functions/dynamo/tickets.ts';
import type { OutboundJob } from '../../schemas/queue.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { TicketEvent } from '../../schemas/timeline.ts';
import type { TestTable } from './a-table.ts';
import { aFirstMessage } from './opened.ts';

type AlertJob = Extract<OutboundJob, { kind: 'alert' }>;

/** A stored ticket of the topic `other`, breached at 10:59, and the job that announces it. */
export const anAlertJob = async (
  table: TestTable,
  {
    number,
    kind = 'breached',
    data = {},
    ticket: over = {},
  }: {
    readonly number: number;
    readonly kind?: TicketEvent['kind'];
    readonly data?: TicketEvent['data'];
    readonly ticket?: Partial<Ticket>;
  },
): Promise<AlertJob> => {
  const tickets = ticketStore(table);
  const first = aFirstMessage({
    number,
    ticket: { topic: 'other', assigneeId: undefined, ...over },
  });
  await tickets.saveIntake(first);
  const at = '2026-11-22T10:59:00.000Z';
  const event: TicketEvent = {
    type: 'event',
    id: `evt_${String(number).padStart(24, '0')}`,
    ticketId: first.ticket.id,
    kind,
    by: { kind: 'robot', name: 'desk' },
    occurredAt: at,
    data: { clock: 'first-reply', dueAt: at, late: false, ...data },
  };
  await tickets.save({
    ticket: { ...first.ticket, version: first.ticket.version + 1 },
    expects: first.ticket.version,
    entries: [event],
  });
  return { kind: 'alert', ticketId: first.ticket.id, eventId: event.id, occurredAt: at };
};
