import { call } from '../../state/desk.ts';

/** The ticket that a letter names, as much of it as tells a clerk whether it is the right one. */
export type FoundTicket = {
  id: string;
  number: number;
  subject: string;
  customerId: string;
  customerName: string;
};

/** Looks a ticket up by its number, with or without `#`. Throws what the API says. */
export const findTicket = async (number: string): Promise<FoundTicket | undefined> => {
  const digits = /^#?\s*(\d{1,12})$/.exec(number.trim())?.[1];
  if (!digits) return undefined;
  const { ticket } = await call('getTicket', {
    params: { ticketId: `tkt_${Number(digits)}` },
    query: {},
  });
  const { id, subject, preview, customerId, customerName } = ticket;
  return { id, number: ticket.number, subject: subject || preview, customerId, customerName };
};
