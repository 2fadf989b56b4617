import type { Ticket } from '../../../schemas/ticket.ts';
import { addressHash } from '../../mail/unsubscribing.ts';
import { passAcknowledgementFuse } from './acknowledgement-fuse.ts';
import type { DispatchDeps } from './dispatch-deps.ts';

/**
 * Whether something automatic may go to the ticket's address now. `what` counts once: a ticket for its first
 * acknowledgement, a message for a later one.
 */
export const mayAcknowledge = async (
  deps: Pick<DispatchDeps, 'fuses' | 'unsubscribed' | 'now'>,
  ticket: Ticket,
  what: string,
): Promise<boolean> =>
  (await wantsAutomaticMail(deps, ticket)) &&
  (await passAcknowledgementFuse(deps.fuses, { ...ticket, id: what }, deps.now()));

/** Somebody who pressed "unsubscribe" hears from people only. */
const wantsAutomaticMail = async (
  { unsubscribed }: Pick<DispatchDeps, 'unsubscribed'>,
  { channel, replyTo }: Pick<Ticket, 'channel' | 'replyTo'>,
): Promise<boolean> =>
  (channel !== 'mail' && channel !== 'form') ||
  !(await unsubscribed.has(addressHash(replyTo.address)));
