import type { TicketStatus } from '../../schemas/ticket.ts';

/**
 * The statuses a ticket goes through to be again what it was: what is closed or held as spam can only be opened,
 * and goes on from there. The last is the status of before.
 */
export const stepsBack = (from: TicketStatus, before: TicketStatus): readonly TicketStatus[] => {
  const isFinished = from === 'closed' || from === 'spam';
  return isFinished && before !== 'open' ? ['open', before] : [before];
};
