import type { Reach } from '../../../schemas/api/views.ts';
import type { Customer, Identity } from '../../../schemas/customer.ts';
import type { ChannelKind } from '../../../schemas/primitives.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../schemas/timeline.ts';
import { isNumber } from '../customers/telephone.ts';
import { type ChannelFacts, reachOf, type Way } from './reach-of.ts';

/** A connection as far as ways go. `by`: the mailbox or number that answers for it. */
export type Voice = {
  readonly id: string;
  readonly channel: ChannelKind;
  readonly topic?: string;
  readonly by?: string;
  readonly isMute?: boolean;
};

export type Asking = {
  readonly ticket: Ticket;
  /** The person, with what was merged into them. */
  readonly customer: Customer | undefined;
  /** The newest entries of the ticket. */
  readonly entries: readonly TimelineEntry[];
  readonly voices: readonly Voice[];
  readonly factsOf: (channel: ChannelKind) => ChannelFacts;
  readonly now: string;
};

export type Ways = { readonly reach: Reach; readonly otherWays: readonly Reach[] };

/** More would be no choice any more. */
const mostWays = 10;

/** Where an answer goes, and where else the customer can be reached: by every account of theirs we can write to. */
export const waysOf = (asking: Asking): Ways => {
  const { factsOf, now } = asking;
  const own = ownWay(asking);
  const seen = new Set([nameOf(own)]);
  const others = (asking.customer?.identities ?? [])
    .flatMap((identity) => wayOf(asking, identity))
    .concat(typedMails(asking))
    .filter((way) => !seen.has(nameOf(way)) && seen.add(nameOf(way)));
  return {
    reach: reachOf(own, factsOf(own.channel), now),
    otherWays: others.slice(0, mostWays).map((way) => reachOf(way, factsOf(way.channel), now)),
  };
};

const nameOf = ({ connectionId, address }: Way) => `${connectionId}|${address.toLowerCase()}`;

/** A caller is answered in writing, where the connection names a number for it. */
const ownWay = (asking: Asking): Way => {
  const { ticket, customer, voices } = asking;
  const { channel, connectionId, replyTo } = ticket;
  const voice = voices.find(({ id }) => id === connectionId);
  const { address } = replyTo;
  const sms = channel === 'phone' ? smsOf(asking, voice, address) : undefined;
  if (sms) return sms;
  const blockedAt = customer?.identities.find(
    (one) => one.connectionId === connectionId && one.externalId === address,
  )?.blockedAt;
  return {
    connectionId,
    channel,
    address,
    isMute: voice?.isMute === true || channel === 'phone',
    ...(blockedAt !== undefined && { blockedAt }),
    heardAt: ticket.lastInboundAt ?? heardAt(asking, { connectionId, address }),
  };
};

/** When somebody last wrote to the connection from the address on this ticket. */
const heardAt = (
  { entries }: Asking,
  { connectionId, address }: Pick<Way, 'connectionId' | 'address'>,
): string | undefined => {
  const found = entries.findLast(
    (entry) =>
      entry.type === 'message' &&
      entry.kind === 'customer' &&
      entry.connectionId === connectionId &&
      entry.address === address,
  );
  return found?.occurredAt;
};

/** Chats of the widget and paper are no way out of another conversation; everything else that has a voice is. */
const wayOf = (asking: Asking, identity: Identity): readonly Way[] => {
  const { channel, connectionId, externalId: address, blockedAt } = identity;
  const blocked = blockedAt !== undefined && { blockedAt };
  if (channel === 'mail') return mailTo(asking, address);
  if (channel === 'chat' || channel === 'letter') return [];
  const voice = asking.voices.find(({ id }) => id === connectionId);
  if (!voice || voice.isMute) return [];
  if (channel === 'phone') {
    const sms = smsOf(asking, voice, address);
    return sms ? [sms] : [];
  }
  const way = { connectionId: voice.id, channel, address };
  return [{ ...way, ...blocked, heardAt: heardAt(asking, way) }];
};

/** From the topic's own mailbox, else the first. */
const mailTo = ({ voices, ticket }: Asking, address: string): readonly Way[] => {
  const mailboxes = voices.filter(({ channel }) => channel === 'mail');
  const mailbox = mailboxes.find(({ topic }) => topic === ticket.topic) ?? mailboxes[0];
  return mailbox ? [{ connectionId: mailbox.id, channel: 'mail', address }] : [];
};

const isMail = (text: string) => text.includes('@');

const typedMails = (asking: Asking): readonly Way[] =>
  [asking.ticket.mailTo ?? '', ...(asking.customer?.typed ?? [])]
    .filter(isMail)
    .flatMap((address) => mailTo(asking, address));

const smsOf = (
  { voices, customer }: Asking,
  voice: Voice | undefined,
  address: string,
): Way | undefined => {
  const sms = voices.find(({ id, channel }) => id === voice?.by && channel === 'sms');
  if (!sms || !isNumber(address)) return undefined;
  const blockedAt = customer?.identities.find(
    (one) => one.channel === 'sms' && one.connectionId === sms.id && one.externalId === address,
  )?.blockedAt;
  const way = { connectionId: sms.id, channel: 'sms' as const, address };
  return { ...way, ...(blockedAt !== undefined && { blockedAt }) };
};
