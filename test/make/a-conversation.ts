import { randomUUID } from 'node:crypto';
import type { Ticket } from '../../schemas/ticket.ts';
import type { JourneyDesk } from './a-journey-desk.ts';
import { sendLetter, untilTaken } from './letters.ts';
import type { Answered, Staff } from './staff.ts';
import { until } from './until.ts';

/** What is left of a conversation, whatever happened on the way. */
export type Ending = {
  readonly status: Ticket['status'];
  /** Kinds and texts; `…` stands for the conversation's own name. */
  readonly said: readonly string[];
  readonly isHeld: boolean;
};

/**
 * A customer asks, an agent claims and answers, the customer answers back, the agent closes. Everybody tries again
 * what was not accepted, as SMTP clients and people do. Answers the ticket's id.
 */
export async function converse(
  { desk, table }: JourneyDesk,
  agent: Staff,
  name: string,
): Promise<string> {
  const from = `${name}@example.net`;
  const mail = (part: string, more: Partial<Parameters<typeof sendLetter>[1]> = {}) =>
    persist(() =>
      sendLetter(desk, {
        from,
        subject: 'Where is it?',
        text: `${part} of ${name}`,
        messageId: `<${name}.${part}@mail.example.net>`,
        ...more,
      }),
    );
  const asked = await mail('question');
  const ticketId = await untilTaken(table, asked, undefined, patience);
  // A person who answers first makes the acknowledgement superfluous; here everybody gets one.
  await until(
    'the acknowledgement',
    async () => (await agent.view(ticketId)).ticket.acknowledgedAt !== undefined,
    patience,
  );
  await untilAccepted(() => agent.act(ticketId, 'claim'));
  const clientId = randomUUID();
  await untilAccepted(() => agent.reply(ticketId, { text: `answer to ${name}`, clientId }));
  const thanked = await mail('thanks', { inReplyTo: `<${asked}>`, subject: 'Re: Where is it?' });
  await untilTaken(table, thanked, undefined, patience);
  await untilAccepted(() => agent.act(ticketId, 'status', { status: 'closed' }));
  return ticketId;
}

export async function endingOf(agent: Staff, ticketId: string, name: string): Promise<Ending> {
  const { ticket, entries } = await persist(() => agent.view(ticketId));
  const said = entries.flatMap((entry) =>
    entry.type === 'message'
      ? [
          entry.kind === 'acknowledgement'
            ? entry.kind
            : `${entry.kind}: ${entry.text.trim().replace(name, '…')}`,
        ]
      : [],
  );
  return { status: ticket.status, said: said.toSorted(), isHeld: ticket.assigneeId !== undefined };
}

/** Seconds: a message that its function died with comes again, and later each time. */
const patience = 60;

const persist = <Result>(act: () => Promise<Result>): Promise<Result> =>
  until('an act to succeed', async () => ({ result: await act() }), patience).then(
    ({ result }) => result,
  );

/** 409 tells to look again, which `act` and `reply` do; 5xx that nobody knows whether it was done. */
const untilAccepted = (act: () => Promise<Answered<unknown>>): Promise<unknown> =>
  until('an accepted call', async () => (await act()).status < 300, patience);
