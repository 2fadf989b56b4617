import type { BlockedSender } from '../../../schemas/blocked-sender.ts';
import type { Inbound } from '../inbound.ts';
import { blockedBy } from './blocked.ts';

/**
 * Mail of a blocked sender opens a ticket of its own that is held apart, whatever it answers: nothing is lost and
 * nothing of it reaches a ticket. Reports of mail systems are told apart by their kind and pass.
 */
export const holdIfBlocked = (inbound: Inbound, blocked: readonly BlockedSender[]): Inbound => {
  const isSaid = inbound.kind === 'customer' || inbound.kind === 'auto-reply';
  const addresses = [inbound.sender.externalId, inbound.replyTo.address];
  if (inbound.channel !== 'mail' || !isSaid) return inbound;
  if (!addresses.some((address) => blockedBy(blocked, address))) return inbound;
  return {
    ...inbound,
    isSpam: true,
    held: inbound.held === 'virus' ? 'virus' : 'blocked',
    mayAcknowledge: false,
    knownTickets: [],
    hintedTickets: [],
    pointers: [],
    leaves: [],
    flags: [...inbound.flags, 'sender-blocked'],
  };
};
