import type * as endpoints from '../../../../schemas/api/letters.ts';
import { registeredAs } from '../../../channels/letter/registered-as.ts';
import { deliveryKey } from '../../../channels/pointers.ts';
import { missing } from '../../../desk/problem.ts';
import { loadTicket } from '../tickets/load-ticket.ts';
import type { UseCase } from '../types.ts';

/** Where a registered letter is. Intake takes a moment: who has just entered one asks again. */
export const findLetter: UseCase<typeof endpoints.findLetter> =
  ({ outbox, tickets }) =>
  async ({ query }, by) => {
    const { connectionId, year, registerNumber } = query;
    const registered = registeredAs({ arrivedOn: String(year), registerNumber });
    const place = await outbox.findAlias(deliveryKey('letter', connectionId, registered));
    if (!place)
      throw missing('letter.missing', `No letter ${registerNumber} of ${year} is registered.`);
    await loadTicket(tickets, { ticketId: place.ticketId, by });
    return { ticketId: place.ticketId, messageId: place.id };
  };
