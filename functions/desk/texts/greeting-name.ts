import type { Ticket } from '../../../schemas/ticket.ts';

/** Longer ones are a sentence. */
const longest = 40;
/** Letters of any script with marks, set apart by single blanks, hyphens, apostrophes or the points of initials. */
const name = /^\p{L}[\p{L}\p{M}]*(?:(?:\. |\.-|[ '’-])\p{L}[\p{L}\p{M}]*){0,4}\.?$/u;

/**
 * The name a robot's letter may greet with; '' when it must greet nobody. Whoever writes chooses the name and, on a
 * form, the address as well, so anything that could carry a message or a link to a third person under our name is
 * left out (channels.md 12).
 */
export const greetingName = ({
  channel,
  customerName,
}: Pick<Ticket, 'channel' | 'customerName'>): string =>
  channel !== 'form' && customerName.length <= longest && name.test(customerName)
    ? customerName
    : '';
