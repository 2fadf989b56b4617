import type { TicketEvent, TimelineEntry } from '../../../schemas/timeline.ts';

/** Kept with the ticket until something else is written: an item of their own would make taking a ticket twice as dear. */
const kinds: ReadonlySet<TicketEvent['kind']> = new Set(['claimed']);
/** Who goes on passing a ticket to and fro without a word gets items after all: a ticket's item stays small. */
const mostCarried = 4;

type Carried = {
  /** What stays with the ticket. */
  readonly carried: TicketEvent[] | undefined;
  /** What is written to the timeline now. */
  readonly written: readonly TimelineEntry[];
};

/** Where the entries of a change go, together with those the ticket carries since before. */
export const carry = (
  before: readonly TicketEvent[] = [],
  entries: readonly TimelineEntry[],
): Carried => {
  const all = [...before, ...entries];
  const light = entries.flatMap((entry) =>
    entry.type === 'event' && kinds.has(entry.kind) && !entry.ended ? [entry] : [],
  );
  const isLight = light.length === entries.length && all.length <= mostCarried;
  return isLight
    ? { carried: all.length > 0 ? [...before, ...light] : undefined, written: [] }
    : { carried: undefined, written: all };
};
