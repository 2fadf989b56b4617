import type { ClockState } from '../../../schemas/clock.ts';
import type { Policy } from '../../../schemas/simulation.ts';
import { isoOf } from '../promises/instance-of.ts';
import type { Arrival } from './arrivals.ts';
import { newHeap } from './heap.ts';
import { allowedNow, type Person, peopleOf, type Shift, turnsOf } from './people.ts';
import { type Outcome, outcomeOfAnswer, outcomeOfSilence, promised } from './promised.ts';
import { type Rule, ruleOf } from './rules.ts';
import type { Stage } from './stage.ts';
import { newWaitingRoom, type Waiting, type WaitingRoom } from './waiting-room.ts';

export type PlayedTicket = Waiting & {
  readonly arrival: Arrival;
  readonly clocks: ClockState;
  /** Epoch seconds; of an answer that a person began and finished. */
  takenAt?: number;
  answeredAt?: number;
  outcome: Outcome;
};

/** Somebody took a ticket at this moment. */
export type Taking = { readonly ticket: PlayedTicket; readonly at: number };

export type Played = {
  readonly tickets: readonly PlayedTicket[];
  readonly people: readonly { readonly person: Person; readonly busySeconds: number }[];
  readonly takings: readonly Taking[];
};

/** What can be seen of the desk when a ticket has just come. */
export type Moment = {
  readonly at: number;
  readonly room: WaitingRoom<PlayedTicket>;
  readonly ticket: PlayedTicket;
  /** Tickets taken since the days began. */
  readonly taken: number;
  /** Tickets in hands now. */
  readonly inHand: number;
};

type Playing = {
  readonly stage: Stage;
  readonly arrivals: readonly Arrival[];
  readonly policy: Policy | Rule;
  readonly onArrival?: (moment: Moment) => void;
};

type Worker = Person & {
  busySeconds: number;
  isBusy: boolean;
  idleSince: number | undefined;
  /** Taken on a day (UTC). */
  taken: { day: string; count: number };
};
type Event = { readonly at: number; readonly rank: number; readonly happen: () => void };

/**
 * Plays the days on a virtual clock: people take the next ticket by the policy whenever they are free and on shift,
 * finish it, and take the next. At a shift's end they finish what they have; who falls ill leaves it to the queue.
 */
export const play = ({ stage, arrivals, policy, onArrival }: Playing): Played => {
  const rule = typeof policy === 'string' ? ruleOf(policy) : policy;
  const events = newHeap<Event>((a, b) => a.at - b.at || a.rank - b.rank);
  const room = newWaitingRoom<PlayedTicket>([...stage.lineOf.keys()], rule.compare);
  const workers: Worker[] = peopleOf(stage).map((person) => ({
    ...person,
    busySeconds: 0,
    isBusy: false,
    idleSince: undefined,
    taken: { day: '', count: 0 },
  }));
  const takings: Taking[] = [];
  let [rank, inHand] = [0, 0];
  const plan = (at: number, happen: () => void) => events.push({ at, rank: rank++, happen });

  const shiftAt = (worker: Worker, at: number): Shift | undefined =>
    worker.shifts.find(({ from, to }) => from <= at && at < to);

  const allowed = (worker: Worker, at: number): readonly string[] => {
    const now = isoOf(at);
    const { day, count } = worker.taken;
    return allowedNow(stage, worker, { now, takenToday: now.startsWith(day) ? count : 0 });
  };

  const takeNext = (worker: Worker, at: number): void => {
    const shift = shiftAt(worker, at);
    if (!shift) {
      worker.idleSince = undefined;
      return;
    }
    const now = isoOf(at);
    const topic = rule.choose(room, allowed(worker, at), { now, peaks: stage.peaks });
    const ticket = topic === undefined ? undefined : room.takeFrom(topic);
    if (!ticket) {
      worker.idleSince ??= at;
      return;
    }
    worker.idleSince = undefined;
    const day = now.slice(0, 10);
    worker.taken = { day, count: (worker.taken.day === day ? worker.taken.count : 0) + 1 };
    takings.push({ ticket, at });
    ticket.takenAt = at;
    worker.isBusy = true;
    inHand += 1;
    const done = at + Math.ceil(ticket.arrival.handlingSeconds / worker.speed);
    const isGivenBack = shift.isCutShort && done > shift.to;
    plan(isGivenBack ? shift.to : done, () => {
      const until = isGivenBack ? shift.to : done;
      inHand -= 1;
      worker.isBusy = false;
      worker.busySeconds += Math.max(0, Math.min(until, shift.to) - at);
      if (isGivenBack) comeIn(ticket, until);
      else {
        ticket.answeredAt = until;
        ticket.outcome = outcomeOfAnswer(ticket.clocks, until, stage);
      }
      takeNext(worker, until);
    });
  };

  const comeIn = (ticket: PlayedTicket, at: number): void => {
    room.put(ticket);
    const free = workers
      .filter(({ idleSince, topics }) => idleSince !== undefined && topics.includes(ticket.topic))
      .filter((worker) => shiftAt(worker, at) && allowed(worker, at).includes(ticket.topic))
      .toSorted((a, b) => (a.idleSince ?? 0) - (b.idleSince ?? 0))[0];
    if (free) takeNext(free, at);
  };

  const tickets = arrivals.map(
    (arrival, index): PlayedTicket => ({
      number: index + 1,
      topic: arrival.topic,
      waitingSince: isoOf(arrival.at),
      arrival,
      outcome: 'pending',
      ...promised(stage, arrival),
    }),
  );
  for (const ticket of tickets)
    plan(ticket.arrival.at, () => {
      onArrival?.({ at: ticket.arrival.at, room, ticket, taken: takings.length, inHand });
      comeIn(ticket, ticket.arrival.at);
    });
  for (const worker of workers)
    for (const { from } of worker.shifts)
      plan(from, () => {
        // Whoever still finishes the last shift's ticket takes the next one then.
        if (!worker.isBusy) takeNext(worker, from);
      });

  for (const turn of turnsOf(stage))
    plan(turn, () => {
      for (const worker of workers) if (worker.idleSince !== undefined) takeNext(worker, turn);
    });

  for (let event = events.head(); event && event.at < stage.time.to; event = events.head()) {
    events.pop();
    event.happen();
  }
  for (const ticket of tickets)
    if (ticket.answeredAt === undefined)
      ticket.outcome = outcomeOfSilence(ticket.clocks, stage.time.to);
  return {
    tickets,
    people: workers.map(({ busySeconds: busy, ...person }) => ({ person, busySeconds: busy })),
    takings,
  };
};
