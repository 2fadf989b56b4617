import type { Agent } from '../../schemas/agent.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { choosePerson, type Staff } from '../desk/lines/choose-person.ts';
import { isOnShift } from '../desk/lines/hours.ts';
import { capacityOf, hasRoom, reserve, workloadOf } from '../desk/lines/workload.ts';
import { type Managed, manage, type Standing } from '../desk/managers/manage.ts';
import type { AgentStore, PresenceStore } from '../desk/people-stores.ts';
import type { DeskLists } from '../desk/settings-stores.ts';
import type { LoadStore } from '../desk/stores.ts';
import type { Given } from '../desk/tickets/dispatch.ts';
import { leaseOf } from '../desk/tickets/hold.ts';
import { log } from '../observe/log.ts';

/** What the desk needs to give tickets to people. Only lines that hand out and personal managers make it read. */
export type HandOutDeps = {
  readonly agents: Pick<AgentStore, 'load' | 'list'>;
  readonly presence: Pick<PresenceStore, 'list' | 'load' | 'save'>;
  readonly work: LoadStore['work'];
};

type Placed = Pick<Ticket, 'id' | 'version' | 'topic' | 'channel' | 'language' | 'tier'> & {
  readonly line: string;
};
export type PushDesk = Pick<DeskLists, 'topics' | 'lines' | 'calendars'>;

type Giving<Desk extends PushDesk = PushDesk> = {
  readonly ticket: Placed;
  readonly desk: Desk;
  /** Who had it and shall not get it again at once. */
  readonly passedOver?: readonly string[];
  readonly now: string;
};

type ManagingDesk = PushDesk & Pick<DeskLists, 'tiers'>;

/** Two who hand out at once race for a person; each lost race shows a fuller desk. */
const triesMax = 12;

/** Everyone as they are now. Three reads. */
export const staffOf = async ({ agents, presence, work }: HandOutDeps): Promise<Staff> => {
  const [everyone, presences, counted] = await Promise.all([
    agents.list(),
    presence.list(),
    work(),
  ]);
  return { agents: everyone, presences, work: counted };
};

/**
 * A person for a ticket of a line that hands out, with a place reserved; undefined: it waits in the queue. The place is
 * taken before the ticket is saved, on condition that nobody else gave the person anything meanwhile: so people are
 * never overfilled. Should the process die between the two, the place is free again after two minutes, and a repeated
 * job within them finds its own reservation. 3 reads of a list, and 1 write unit.
 */
export const pushTo = async (
  deps: HandOutDeps,
  { ticket, desk, passedOver = [], now }: Giving,
): Promise<Given['to']> => {
  const line = desk.lines.find(({ id }) => id === ticket.line);
  if (line?.work !== 'push') return undefined;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const staff = await staffOf(deps);
    const chosen = choosePerson({ ticket, desk, staff, passedOver, now });
    if (!chosen) return undefined;
    const { agent, presence, isReserved } = chosen;
    const hold = leaseOf({ why: 'pushed', line, calendars: desk.calendars, now });
    const to = { agent, why: 'push', hold } as const;
    // Race: somebody else gives the same person a ticket, or they go away. Who is second looks again.
    if (
      isReserved ||
      (await deps.presence.save(reserve(chosen, ticket, now), presence.version)) === 'saved'
    )
      return to;
  }
  log.warn('hand-out.races', { ticketId: ticket.id, line: line.id });
  return undefined;
};

const standingOf = async (
  { presence }: Pick<HandOutDeps, 'presence'>,
  agent: Agent,
  { ticket, desk, now, work }: Giving & { readonly work: Staff['work'] },
): Promise<Standing> => {
  const there = await presence.load(agent.id);
  const load = work.loads.find(({ agentId }) => agentId === agent.id);
  const { isCounted } = work;
  const capacity = capacityOf(agent, ticket.line, desk.lines);
  return {
    agent,
    isOnShift: isOnShift(agent, desk, now),
    state: there?.state ?? 'off',
    isFull: !hasRoom(capacity, workloadOf({ load, presence: there, isCounted }, now), ticket),
  };
};

/** What the policy of the ticket's tier says about its personal manager; undefined when there is none. */
const managedBy = async (
  deps: HandOutDeps,
  managerId: string | undefined,
  giving: Giving<ManagingDesk>,
): Promise<Managed | undefined> => {
  const { ticket, desk, now } = giving;
  const policy = desk.tiers.find(({ id }) => id === ticket.tier)?.manager;
  if (!policy || managerId === undefined) return undefined;
  const [manager, work] = await Promise.all([deps.agents.load(managerId), deps.work()]);
  if (!manager?.active) return undefined;
  const substitute =
    manager.substituteId === undefined ? undefined : await deps.agents.load(manager.substituteId);
  const [own, other] = await Promise.all([
    standingOf(deps, manager, { ...giving, work }),
    substitute?.active ? standingOf(deps, substitute, { ...giving, work }) : undefined,
  ]);
  return manage({ manager: own, substitute: other, policy, line: ticket.line, now });
};

/**
 * Into whose hands a new ticket goes: its customer's manager as their tier's policy says, else somebody of a line that
 * hands out. On a desk without either nothing is read.
 */
export const handOut = async (
  deps: HandOutDeps,
  managerId: string | undefined,
  giving: Giving<ManagingDesk>,
): Promise<Given> => {
  const managed = await managedBy(deps, managerId, giving);
  if (managed?.to === 'person') return { to: managed };
  const line = managed?.line;
  // The manager gives way here: their substitute had their turn, too.
  const ticket = { ...giving.ticket, line: line ?? giving.ticket.line };
  const to = await pushTo(deps, { ...giving, ticket });
  return { ...(line !== undefined && { line }), ...(to && { to }) };
};
