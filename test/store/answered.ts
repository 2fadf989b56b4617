import { reply } from '../../functions/desk/tickets/reply.ts';
import type { Table } from '../../functions/dynamo/table.ts';
import { ticketStore } from '../../functions/dynamo/tickets.ts';
import { handleJob } from '../../functions/entry/intake/handle-job.ts';
import type { InboundJob, OutboundJob } from '../../schemas/queue.ts';
import type { Message } from '../../schemas/timeline.ts';
import { aBook } from '../make/a-desk.ts';
import { anAgent } from '../make/a-ticket.ts';
import { aMail, aNotification, anIntake, type TestIntake } from '../make/an-intake.ts';

type Answered = {
  readonly intake: TestIntake;
  readonly ticketId: string;
  readonly message: Message;
  /** What relay hands to deliver. */
  readonly job: Extract<OutboundJob, { kind: 'message' }>;
};

/** A customer's message and an agent's answer to it in the outbox. */
export async function anAnswered(table: Table, first?: InboundJob): Promise<Answered> {
  const intake = anIntake(table);
  await intake.raw.put('m1', aMail({ subject: 'Where is it?' }), 'message/rfc822');
  await handleJob(intake)(first ?? aNotification('m1'), 1);
  const ticketId = intake.jobs[0]?.ticketId ?? '';
  const tickets = ticketStore(table);
  const ticket = await tickets.load(ticketId);
  if (!ticket) throw new Error('intake made no ticket');
  const { change, message } = reply({
    ticket,
    by: anAgent(),
    clientId: 'c1',
    text: 'Here it is.',
    answersId: ticket.lastPublicId,
    attachments: [],
    statusAfter: 'waiting',
    book: aBook(),
    now: '2026-11-22T10:30:00.000Z',
  });
  await tickets.save(change);
  return {
    intake,
    ticketId,
    message,
    job: { kind: 'message', ticketId, messageId: message.id, occurredAt: message.occurredAt },
  };
}
