import type { Agent } from '../../../schemas/agent.ts';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line, Topic } from '../../../schemas/desk.ts';
import type { AgentLoad, Presence } from '../../../schemas/presence.ts';
import type { Work } from '../stores.ts';
import { type Asked, canServe } from './competence.ts';
import { worksOn } from './hours.ts';
import { canReserve, capacityOf, hasRoom, reservationsOf, workloadOf } from './workload.ts';

/** The people of a desk as they are now. */
export type Staff = {
  readonly agents: readonly Agent[];
  readonly presences: readonly Presence[];
  readonly work: Work;
};

type Worker = {
  readonly agent: Agent;
  readonly presence: Presence;
  readonly load: AgentLoad | undefined;
  readonly isCounted: Work['isCounted'];
};

type Wanted = Asked & { readonly id: string; readonly line: string; readonly version: number };

type Desk = {
  readonly topics: readonly Topic[];
  readonly lines: readonly Line[];
  readonly calendars: readonly Calendar[];
};

type Choosing = {
  readonly ticket: Wanted;
  readonly desk: Desk;
  readonly staff: Staff;
  /** Who let this ticket lie; asked again only if there is nobody else. */
  readonly passedOver?: readonly string[];
  readonly now: string;
};

/** `isReserved`: an earlier try of the same hand-out got as far as this person. */
export type Chosen = Worker & { readonly isReserved: boolean };

/** The people who take a line's work: there, and in their shift or the line's hours. Nobody else has to be looked at. */
export const workersOf = (
  staff: Staff,
  line: Line,
  { desk, now }: { readonly desk: Desk; readonly now: string },
): readonly Worker[] =>
  staff.agents.flatMap((agent) => {
    const presence = staff.presences.find(({ agentId }) => agentId === agent.id);
    const isThere = presence?.state === 'available' && worksOn(agent, line, { ...desk, now });
    if (!agent.active || !isThere) return [];
    const { loads, isCounted } = staff.work;
    return [{ agent, presence, load: loads.find((one) => one.agentId === agent.id), isCounted }];
  });

const isFree = (worker: Worker, ticket: Wanted, desk: Desk, now: string) =>
  canReserve(worker, now) &&
  hasRoom(capacityOf(worker.agent, ticket.line, desk.lines), workloadOf(worker, now), ticket);

const lastGiven = ({ presence }: Worker): string => presence.pushed?.at(-1)?.at ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Who gets a ticket of a line that hands out: of those who are there, on shift, competent and below their capacity the
 * one who holds least; of these the one who was given something longest ago. Undefined: it waits.
 */
export const choosePerson = ({
  ticket,
  desk,
  staff,
  passedOver = [],
  now,
}: Choosing): Chosen | undefined => {
  const line = desk.lines.find(({ id }) => id === ticket.line);
  if (!line) return undefined;
  const able = workersOf(staff, line, { desk, now }).filter(({ agent }) =>
    canServe(agent, ticket, desk.topics),
  );
  const isPassedOver = ({ agent }: Worker) => passedOver.includes(agent.id);
  const placeOf = (worker: Worker) =>
    reservationsOf(worker, now).find(({ ticketId }) => ticketId === ticket.id);
  const reserved = able.find((worker) => !isPassedOver(worker) && placeOf(worker));
  // Of an older version the place is taken anew: by that one the counters could not tell that it was used.
  if (reserved)
    return { ...reserved, isReserved: placeOf(reserved)?.version === ticket.version + 1 };
  const tickets = (worker: Worker) => workloadOf(worker, now).tickets;
  const [first] = able
    .filter((worker) => isFree(worker, ticket, desk, now))
    .toSorted(
      (a, b) =>
        Number(isPassedOver(a)) - Number(isPassedOver(b)) ||
        tickets(a) - tickets(b) ||
        compare(lastGiven(a), lastGiven(b)) ||
        compare(a.agent.id, b.agent.id),
    );
  return first && { ...first, isReserved: false };
};
