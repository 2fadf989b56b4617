import type { Connection } from '../../../schemas/connection.ts';
import type { Customer } from '../../../schemas/customer.ts';
import type { Topic } from '../../../schemas/desk.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { IntakeChange } from '../../desk/change.ts';
import { identityKeyOf } from '../../desk/customers/identity-key.ts';
import { numberOf } from '../../desk/customers/telephone.ts';
import { customerIdOf } from '../../desk/ids.ts';
import type { Inbound } from '../../desk/inbound.ts';
import { actOn } from '../../desk/routing/act-on.ts';
import {
  type RoutedMessage,
  type RuleBook,
  routeMessage,
} from '../../desk/routing/route-message.ts';
import { sampleOf } from '../../desk/routing/sample-of.ts';
import type { KnownParties } from '../../desk/stores.ts';
import { openTicket } from '../../desk/tickets/receive.ts';
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
export const isCustomerOf = (
  ticket: Ticket,
  inbound: Inbound,
  customer: Customer | undefined,
): boolean =>
  ticket.customerId === customer?.id ||
  ticket.replyTo.address === inbound.sender.externalId ||
  (ticket.mailTo !== undefined && ticket.mailTo === inbound.sender.externalId) ||
  (inbound.provenPhone !== undefined && inbound.provenPhone === numberOfTicket(ticket));

/** WhatsApp's people may show another id the next time, and this number with it. */
const numberOfTicket = ({ channel, replyTo }: Ticket): string | undefined =>
  numberOf({ channel, externalId: replyTo.address });

type Opening = {
  readonly inbound: Inbound;
  readonly known: KnownParties;
  readonly number: number;
  readonly topics: readonly Topic[];
  /** The desk's routing rules. */
  readonly book: RuleBook;
  readonly connection: Connection | undefined;
  readonly followUpOf: Ticket | undefined;
  readonly now: string;
};

/** A new ticket with key, pointers and perhaps its customer, to be saved in one transaction. */
export function openingChange(opening: Opening): IntakeChange {
  const { inbound, known, number, followUpOf, now } = opening;
  const customer = known.customer ?? newCustomer(inbound, now);
  const route = routed(opening);
  const { topic, reason } = route;
  const change = openTicket({ inbound, customer, number, topic, reason, now, followUpOf });
  const existing = new Set(known.pointers.map(({ key }) => key));
  return {
    ...change,
    ticket: actOn(change.ticket, route, opening.book.version),
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
function routed({
  inbound,
  known,
  topics,
  book,
  connection,
  followUpOf,
}: Pick<
  Opening,
  'inbound' | 'known' | 'topics' | 'book' | 'connection' | 'followUpOf'
>): RoutedMessage {
  if (followUpOf)
    return {
      topic: followUpOf.topic,
      reason: { rule: 'follow-up', detail: followUpOf.id },
      actions: {},
      path: [],
    };
  const connectionTopic = connection && 'topic' in connection ? connection.topic : undefined;
  return routeMessage({
    book,
    sample: sampleOf(inbound, known.customer),
    topics,
    ...(connectionTopic !== undefined && { connectionTopic }),
  });
}
