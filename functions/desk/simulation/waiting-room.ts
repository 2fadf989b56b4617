import type { Priority } from '../../../schemas/primitives.ts';
import type { QueueCount } from '../stores.ts';
import { type Heap, newHeap } from './heap.ts';

/** A ticket that waits in the simulation, as lists see it. */
export type Waiting = {
  readonly number: number;
  readonly topic: string;
  readonly priority: Priority;
  /** ISO, as `TicketSummary.waitingSince`. */
  readonly waitingSince: string;
  readonly dueAt: string | undefined;
};

/** What a rule may see. */
export type Queues = {
  /** The first of a topic, who stays. */
  readonly headOf: (topic: string) => Waiting | undefined;
  readonly length: (topic: string) => number;
  /** What "next ticket" reads: tally's counters, here without their seconds of delay. */
  readonly queues: () => readonly QueueCount[];
};

export type WaitingRoom<Ticket extends Waiting> = Queues & {
  readonly put: (ticket: Ticket) => void;
  readonly takeFrom: (topic: string) => Ticket | undefined;
};

/** Everybody who waits, by topic; `compare` is the order inside one. */
export const newWaitingRoom = <Ticket extends Waiting>(
  topics: readonly string[],
  compare: (a: Ticket, b: Ticket) => number,
): WaitingRoom<Ticket> => {
  const rows = new Map<string, Heap<Ticket>>(topics.map((topic) => [topic, newHeap(compare)]));
  const byAge = new Map<string, Heap<Ticket>>(
    topics.map((topic) => [topic, newHeap<Ticket>((a, b) => a.number - b.number)]),
  );
  const here = new Set<number>();
  const oldestAt = (topic: string): string | undefined => {
    const row = byAge.get(topic);
    for (let head = row?.head(); head && !here.has(head.number); head = row?.head()) row?.pop();
    return row?.head()?.waitingSince;
  };
  return {
    put: (ticket) => {
      here.add(ticket.number);
      rows.get(ticket.topic)?.push(ticket);
      byAge.get(ticket.topic)?.push(ticket);
    },
    headOf: (topic) => rows.get(topic)?.head(),
    takeFrom: (topic) => {
      const ticket = rows.get(topic)?.pop();
      if (ticket) here.delete(ticket.number);
      return ticket;
    },
    length: (topic) => rows.get(topic)?.size() ?? 0,
    queues: () =>
      topics.map((topic) => {
        const length = rows.get(topic)?.size() ?? 0;
        const oldest = oldestAt(topic);
        return {
          topic,
          active: length,
          unassigned: length,
          postponed: 0,
          breached: 0,
          oldestAt: oldest,
          unassignedAt: oldest,
        };
      }),
  };
};

/** As the work list is sorted (`topicOrderOf` of `functions/dynamo/keys.ts`): due first, then waiting longest. */
export const byUrgency = (a: Waiting, b: Waiting): number =>
  compareText(a.dueAt ?? '~', b.dueAt ?? '~') || byAgeOf(a, b);

export const byAgeOf = (a: Waiting, b: Waiting): number =>
  compareText(a.waitingSince, b.waitingSince) || a.number - b.number;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
