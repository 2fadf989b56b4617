import type { Customer } from '../../../schemas/customer.ts';
import { type ChannelKind, HookChannel } from '../../../schemas/primitives.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { asSentKey } from '../../channels/pointers.ts';
import type { IntakeChange, TicketChange } from '../../desk/change.ts';
import { identityKeyOf } from '../../desk/customers/identity-key.ts';
import { isMember } from '../../desk/customers/person.ts';
import { messageIdOf } from '../../desk/ids.ts';
import type { Inbound } from '../../desk/inbound.ts';
import type { KnownParties, PointerTarget } from '../../desk/stores.ts';
import { linkFollowUp, receive } from '../../desk/tickets/receive.ts';
import { log } from '../../observe/log.ts';
import { withStoredBody } from '../../storage/message-body.ts';
import { withTimelineIfNeeded } from '../whole-timeline.ts';
import { findPlace, type Place } from './find-ticket.ts';
import type { IntakeDeps } from './intake-deps.ts';
import { isCustomerOf, openingChange } from './make-change.ts';
import { isOurOwn } from './our-own.ts';
import { withStanding } from './standing.ts';
import { takeAlbumPart } from './take-album-part.ts';
import { takeCallNews } from './take-call.ts';
import type { Taken } from './taken.ts';

/** Each lost race shows a newer state to the next try; so many rivals for one ticket are a flood. */
const triesMax = 10;

/**
 * Writes one message to its ticket, once, whatever is repeated or happens at the same time; undefined when it says
 * nothing that anybody needs. Its files are stored already.
 * @throws Error when every try lost a race: the queue brings the message again.
 */
export async function takeMessage(
  deps: IntakeDeps,
  given: Inbound,
  receiveCount = 1,
): Promise<Taken | undefined> {
  let inbound = given.kind === 'reply' ? underSentKey(given) : given;
  let number: number | undefined;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const known = await lookUp(deps, inbound);
    if (known.takenBy && inbound.call) {
      const taken = await takeCallNews(deps, inbound, known.takenBy);
      if (taken !== 'stale') return taken;
      continue;
    }
    if (known.takenBy) {
      if (isRepeat(inbound, known)) {
        warnOfConflict(inbound, known);
        return { ...(await repeatOf(deps, inbound, known.takenBy)), ...blocked(inbound, known) };
      }
      inbound = underOwnKey(inbound);
      continue;
    }
    const part = inbound.albumKey ? await takeAlbumPart(deps, inbound, known) : 'alone';
    if (part === 'stale') continue;
    if (part !== 'alone') return part;
    const place = await findPlace(deps, inbound, known);
    if (inbound.kind === 'reply' && (await isNothingNew(deps, { inbound, place }, receiveCount)))
      return undefined;
    if (place.kind === 'open') number ??= await deps.numbers.next();
    const change = await changeFor(deps, { inbound, known, place, number: number ?? 0 });
    const saved = await deps.tickets.saveIntake(change);
    if (saved === 'saved') {
      if (place.kind === 'open' && place.followUpOf) {
        await linkBack(deps, place.followUpOf.id, change.ticket.id);
        await moveChats(deps, known, { inbound, ticketId: change.ticket.id });
      }
      return { ...takenAs(change, inbound, place), ...blocked(inbound, known) };
    }
  }
  throw new Error('the message lost every race for its ticket');
}

/** An echo opens no ticket, and is nothing new when it is our own message come back. */
const isNothingNew = async (
  deps: IntakeDeps,
  { inbound, place }: { readonly inbound: Inbound; readonly place: Place },
  receiveCount: number,
): Promise<boolean> =>
  place.kind === 'open' || isOurOwn(deps, { inbound, ticket: place.ticket }, receiveCount);

/** Leaves are asked too: a ticket that would leave what another left already could never be saved. */
const lookUp = (deps: IntakeDeps, inbound: Inbound) =>
  deps.pointers.lookUp({
    idempotencyKey: inbound.idempotencyKey,
    pointers: [
      ...inbound.pointers,
      ...inbound.leaves,
      ...(inbound.albumKey ? [inbound.albumKey] : []),
    ],
    identity: inbound.sender,
  });

/**
 * Providers that number their messages: the same number is the same message, whatever else the delivery holds. A
 * sender of webhooks, a form or a widget makes its ids itself.
 */
const numberTheirMessages: ReadonlySet<ChannelKind> = new Set(
  HookChannel.exclude(['webhook']).options,
);

/**
 * A sender that gives everything one id must not make us lose the second, nor a mail that was answered before it
 * came: the answer left its key as a pointer, which has no content.
 */
const isRepeat = (inbound: Inbound, { takenBy }: KnownParties): boolean =>
  numberTheirMessages.has(inbound.channel) ||
  takenBy?.contentHash === inbound.contentHash ||
  inbound.idempotencyKey.endsWith(inbound.contentHash);

/** Our own message that comes back as an echo is known by the key that sending it left. */
const underSentKey = (echo: Inbound): Inbound => ({
  ...echo,
  idempotencyKey: asSentKey(echo.channel, echo.connectionId, echo.idempotencyKey),
});

const underOwnKey = (inbound: Inbound): Inbound => ({
  ...inbound,
  idempotencyKey: `${inbound.idempotencyKey}|${inbound.contentHash}`,
});

/** Another body under a key that was used: the sender numbers its deliveries wrongly, and somebody should tell it. */
function warnOfConflict(inbound: Inbound, { takenBy }: KnownParties): void {
  const { channel, connectionId, contentHash } = inbound;
  if (numberTheirMessages.has(channel)) return;
  if (takenBy?.contentHash !== undefined && takenBy.contentHash !== contentHash)
    log.warn('intake.key.reused', { channel, connectionId, ticketId: takenBy.ticketId });
}

/** A crash may have come between the first taking and its later steps: they are done again, and change nothing twice. */
async function repeatOf(
  deps: IntakeDeps,
  inbound: Inbound,
  { ticketId, messageId = messageIdOf(inbound.idempotencyKey), occurredAt }: PointerTarget,
): Promise<Taken> {
  const ticket = await deps.tickets.load(ticketId);
  if (!ticket) throw new Error(`${ticketId} has the message's key and does not exist`);
  if (ticket.followUpOf) await linkBack(deps, ticket.followUpOf, ticket.id);
  return {
    ticketId,
    topic: ticket.topic,
    messageId,
    occurredAt: occurredAt ?? inbound.occurredAt,
    how: 'repeat',
  };
}

async function linkBack(deps: IntakeDeps, oldId: string, followUpId: string): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const old = await deps.tickets.load(oldId);
    const change = old && linkFollowUp(old, followUpId, deps.now());
    if (!change || (await deps.tickets.save(change)) === 'saved') return;
  }
}

/**
 * A chat's pointer goes on to its newest ticket, which saves the walk along the follow-ups. A crash before it costs
 * that walk and nothing else.
 */
async function moveChats(
  { pointers }: Pick<IntakeDeps, 'pointers'>,
  known: KnownParties,
  { inbound, ticketId }: { inbound: Inbound; ticketId: string },
): Promise<void> {
  const chats = known.pointers.filter(({ key }) => inbound.leaves.includes(key));
  if (!inbound.isConversation) return;
  for (const { key, target } of chats)
    await pointers.movePointer({ key, from: target.ticketId, to: { ticketId } });
}

/** An album's key is left by its first part; one that came too late for it leaves none. */
const isAlbum = ({ albumKey }: Inbound, known: KnownParties): boolean =>
  albumKey !== undefined && known.pointers.every(({ key }) => key !== albumKey);

type Deciding = { inbound: Inbound; known: KnownParties; place: Place; number: number };

async function changeFor(
  deps: IntakeDeps,
  { inbound, known, place, number }: Deciding,
): Promise<IntakeChange> {
  const now = deps.now();
  const change =
    place.kind === 'append'
      ? {
          ...(await received(deps, place.ticket, { inbound, known, now })),
          idempotencyKey: inbound.idempotencyKey,
          contentHash: inbound.contentHash,
          pointers: [],
        }
      : openingChange({
          inbound,
          known: await withStanding(deps, known),
          number,
          ...(await deps.lists()),
          connection: deps.settings.connections.find(({ id }) => id === inbound.connectionId),
          followUpOf: place.followUpOf,
          now,
        });
  const entries = await Promise.all(
    change.entries.map(async (entry) =>
      entry.type === 'message' ? withStoredBody(deps.files, entry) : entry,
    ),
  );
  return { ...change, entries, ...(isAlbum(inbound, known) && { albumKey: inbound.albumKey }) };
}

/** A message older than something that happened already folds the whole timeline again. */
async function received(
  deps: IntakeDeps,
  ticket: Ticket,
  { inbound, known, now }: { inbound: Inbound; known: KnownParties; now: string },
): Promise<TicketChange> {
  const isCustomer =
    isCustomerOf(ticket, inbound, known.customer) ||
    (await isMergedWith(deps, ticket.customerId, known.customer));
  const book = await deps.bookOf(ticket);
  return withTimelineIfNeeded(deps.tickets, ticket.id, (timeline) =>
    receive({ ticket, inbound, isCustomer, book, timeline, now }),
  );
}

/** Whether two customers turned out to be one person: a read or two, only when somebody was merged at all. */
async function isMergedWith(
  { customers }: Pick<IntakeDeps, 'customers'>,
  customerId: string,
  customer: Customer | undefined,
): Promise<boolean> {
  if (!customer || (customer.mergedInto === undefined && !customer.merged?.length)) return false;
  const person = await customers.loadPerson(customer.id);
  return person !== undefined && isMember(person, customerId);
}

const takenAs = ({ ticket }: IntakeChange, inbound: Inbound, place: Place): Taken => ({
  ticketId: ticket.id,
  topic: ticket.topic,
  messageId: messageIdOf(inbound.idempotencyKey),
  occurredAt: inbound.occurredAt,
  how: place.kind === 'append' ? 'appended' : place.followUpOf ? 'followed-up' : 'opened',
});

/** Who writes lets us in again, whatever they pressed before. */
const blocked = ({ sender, occurredAt }: Inbound, { customer }: KnownParties) => {
  const key = identityKeyOf(sender);
  const identity = customer?.identities.find((one) => identityKeyOf(one) === key);
  return { wasBlocked: identity?.blockedAt !== undefined && identity.blockedAt <= occurredAt };
};
