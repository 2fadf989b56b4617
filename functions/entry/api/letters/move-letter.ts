import type * as endpoints from '../../../../schemas/api/letters.ts';
import type { Message } from '../../../../schemas/timeline.ts';
import { moveLetter as moved, returnedError } from '../../../desk/letters/move-letter.ts';
import { conflict } from '../../../desk/problem.ts';
import { log } from '../../../observe/log.ts';
import { recordDelivery } from '../../record-delivery.ts';
import type { ApiDeps } from '../api-deps.ts';
import { loadMessage } from '../tickets/load-ticket.ts';
import type { UseCase } from '../types.ts';
import { messageView } from '../views/entry-view.ts';

/** A step on paper. A letter that came back brings its ticket back, too, and nobody writes to that address unwarned. */
export const moveLetter: UseCase<typeof endpoints.moveLetter> =
  (deps) =>
  async ({ params, body }, agent) => {
    const { action, occurredAt, trackingNumber } = body;
    const place = { ticketId: params.ticketId, id: params.messageId, occurredAt };
    const message = await loadMessage(deps.tickets, { ...place, by: agent });
    const delivery = moved(message.delivery, { action, trackingNumber, now: deps.now() });
    const after = { ...message, delivery };
    const from = message.delivery;
    if (!from || (await deps.outbox.moveDelivery({ message: after, from })) === 'stale')
      throw conflict('delivery.changed', 'The delivery moved on meanwhile. Look at it again.');
    if (action === 'return') {
      const news = { action: 'bounced', error: returnedError, permanent: true } as const;
      await recordDelivery(deps, place, news, after);
      await markReturned(deps, after);
    }
    log.info('letter.moved', { ...params, action, agentId: agent.id });
    return { message: messageView(after) };
  };

const triesMax = 5;

/** The customer's postal address takes no more letters, until one comes from there. */
async function markReturned(deps: ApiDeps, { ticketId, address }: Message): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const ticket = await deps.tickets.load(ticketId);
    const customer = ticket && (await deps.customers.load(ticket.customerId));
    if (!customer) return;
    const at = deps.now();
    const identities = customer.identities.map((one) =>
      one.channel === 'letter' && one.externalId === address ? { ...one, blockedAt: at } : one,
    );
    const changed = { ...customer, identities, version: customer.version + 1 };
    if ((await deps.customers.save(changed, customer.version)) === 'saved') return;
  }
  log.warn('letter.address.not-marked', { ticketId });
}
