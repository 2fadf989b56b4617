import type { Customer } from '../../../schemas/customer.ts';
import type { Topic, TopicReason } from '../../../schemas/desk.ts';
import type { Connection } from '../../../schemas/connection.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { IntakeChange } from '../../desk/change.ts';
import { identityKeyOf } from '../../desk/customers/identity-key.ts';
import { customerIdOf } from '../../desk/ids.ts';
import type { Inbound } from '../../desk/inbound.ts';
import type { KnownParties } from '../../desk/stores.ts';
import { openTicket } from '../../desk/tickets/receive.ts';
import { routeTopic } from '../../desk/topics/route.ts';
import { followUpKey } from './find-ticket.ts';

/** The customer an identity makes when nobody has it yet; the same identity makes the same customer. */
export function newCustomer({ sender, language }: Inbound, now: string): Customer {
  const { channel, connectionId, externalId, name, isVerified } = sender;
  return {
    id: customerIdOf(identityKeyOf(sender)),
    name,
    language: sender.language ?? language,
    identities: [
      {
        channel,
        externalId,
        name,
        isVerified,
        ...(connectionId !== undefined && { connectionId }),
      },
    ],
    createdAt: now,
    version: 1,
  };
}

/**
 * Whether the ticket's customer wrote: by identity, or by the address the ticket answers to, which a mail that lost
 * its authentication on the way still has (it is flagged as unverified); of a chat also the address it goes on with.
 */
export const isCustomerOf = (ticket: Ticket, inbound: Inbound, customer: Customer | undefined) =>
  ticket.customerId === customer?.id ||
  ticket.replyTo.address === inbound.sender.externalId ||
  (ticket.mailTo !== undefined && ticket.mailTo === inbound.sender.externalId);

type Opening = {
  readonly inbound: Inbound;
  readonly known: KnownParties;
  readonly number: number;
  readonly topics: readonly Topic[];
  readonly connection: Connection | undefined;
  readonly followUpOf: Ticket | undefined;
  readonly now: string;
};

/** A new ticket with key, pointers and perhaps its customer, to be saved in one transaction. */
export function openingChange(opening: Opening): IntakeChange {
  const { inbound, known, number, followUpOf, now } = opening;
  const customer = known.customer ?? newCustomer(inbound, now);
  const { topic, reason } = topicOf(opening);
  const change = openTicket({ inbound, customer, number, topic, reason, now, followUpOf });
  const existing = new Set(known.pointers.map(({ key }) => key));
  return {
    ...change,
    idempotencyKey: inbound.idempotencyKey,
    contentHash: inbound.contentHash,
    pointers: [
      ...inbound.leaves.filter((key) => !existing.has(key)),
      ...(followUpOf ? [followUpKey(followUpOf.id)] : []),
    ],
    ...(!known.customer && { newCustomer: customer }),
  };
}

/** What a first message is about; a follow-up stays with the people who know the case. */
function topicOf({
  inbound,
  topics,
  connection,
  followUpOf,
}: Pick<Opening, 'inbound' | 'topics' | 'connection' | 'followUpOf'>): {
  topic: string;
  reason: TopicReason;
} {
  if (followUpOf)
    return { topic: followUpOf.topic, reason: { rule: 'follow-up', detail: followUpOf.id } };
  return routeTopic({
    subject: inbound.subject,
    text: inbound.quoteStart ? inbound.text.slice(0, inbound.quoteStart) : inbound.text,
    chosenTopic: inbound.chosenTopic,
    connectionTopic: connection && 'topic' in connection ? connection.topic : undefined,
    topics,
  });
}
