import type { Ticket } from '../../../schemas/ticket.ts';
import type { ChangedTicket } from '../../desk/stores.ts';
import type { StreamChange } from '../../dynamo/stream-change.ts';

type Placed = Pick<Ticket, 'topic' | 'line'>;

const placeOf = ({ topic, line }: Placed) => ({ topic, ...(line !== undefined && { line }) });

const isElsewhere = (before: Placed, after: Placed): boolean =>
  before.topic !== after.topic || before.line !== after.line;

const changedOf = (
  after: Placed & { readonly id: string; readonly version: number },
  before?: Placed,
): ChangedTicket => ({
  id: after.id,
  version: after.version,
  ...placeOf(after),
  ...(before && isElsewhere(before, after) && { was: placeOf(before) }),
});

/** Deliver's claim lasts a moment: screens are told what came of it, with a third fewer reads, feed items and pushes. */
const isClaim = (change: StreamChange): boolean =>
  change.kind === 'entry' &&
  change.after?.type === 'message' &&
  change.after.delivery?.state === 'sending';

/** A ticket that moved and changed once more in a batch has still moved. */
const wasOf = (told: ChangedTicket | undefined) => (told?.was ? { was: told.was } : {});

/**
 * Every ticket a batch concerns, once, at its newest version. An entry that changed alone (a delivery's new state)
 * does not know its topic; its ticket is loaded.
 */
export const changedTickets = async (
  changes: readonly StreamChange[],
  load: (ticketId: string) => Promise<Ticket | undefined>,
): Promise<readonly ChangedTicket[]> => {
  const known = new Map<string, ChangedTicket>();
  for (const change of changes)
    if (change.kind === 'ticket' && change.after)
      known.set(change.ticketId, {
        ...wasOf(known.get(change.ticketId)),
        ...changedOf(change.after, change.before),
      });
  const others = new Set(
    changes.flatMap((change) =>
      change.kind === 'health' || known.has(change.ticketId) || isClaim(change)
        ? []
        : [change.ticketId],
    ),
  );
  const loaded = await Promise.all([...others].map(load));
  return [...known.values(), ...loaded.flatMap((ticket) => (ticket ? [changedOf(ticket)] : []))];
};
