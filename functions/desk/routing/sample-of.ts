import type { Customer } from '../../../schemas/customer.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { Message } from '../../../schemas/timeline.ts';
import type { Inbound } from '../inbound.ts';
import { visibleText } from '../tickets/message.ts';
import type { RoutingSample } from './sample.ts';

/** Whoever has no standing of their own. */
export const ordinaryTier = 'standard';

/** What rules may ask about a message that opens a ticket. */
export const sampleOf = (
  inbound: Inbound,
  customer: Pick<Customer, 'tier'> | undefined,
): RoutingSample => ({
  channel: inbound.channel,
  connectionId: inbound.connectionId,
  ...(inbound.chosenTopic !== undefined && { chosenTopic: inbound.chosenTopic }),
  ...(inbound.language !== undefined && { language: inbound.language }),
  tier: customer?.tier ?? ordinaryTier,
  sender: inbound.sender.externalId,
  subject: inbound.subject,
  body: visibleText(inbound),
  attachments: inbound.attachments,
  fields: inbound.fields ?? {},
  occurredAt: inbound.occurredAt,
});

/**
 * The same of a ticket that is there already, for trying rules out. Of long messages the stored beginning counts; form
 * fields stand in the text only.
 */
export const sampleOfOpened = (
  ticket: Pick<Ticket, 'tier' | 'subject' | 'topicReason'>,
  first: Message,
): RoutingSample => ({
  channel: first.channel,
  connectionId: first.connectionId,
  ...(ticket.topicReason.rule === 'form' && { chosenTopic: ticket.topicReason.detail }),
  ...(first.language !== undefined && { language: first.language }),
  tier: ticket.tier ?? ordinaryTier,
  sender: first.address ?? '',
  subject: first.subject ?? ticket.subject,
  body: visibleText(first),
  attachments: first.attachments,
  fields: {},
  occurredAt: first.occurredAt,
});
