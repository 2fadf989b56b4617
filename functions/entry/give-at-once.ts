import type { Agent } from '../../schemas/agent.ts';
import type { Actor } from '../../schemas/timeline.ts';
import type { AgentStore, PresenceStore } from '../desk/people-stores.ts';
import { type Colleague, giveAway, onLeaving } from '../desk/presence/absence.ts';
import type { DeskLists } from '../desk/settings-stores.ts';
import type { TicketStore } from '../desk/stores.ts';
import { log } from '../observe/log.ts';

export type GivingDeps = {
  readonly tickets: Pick<TicketStore, 'load' | 'save' | 'listByAgent'>;
  readonly agents: Pick<AgentStore, 'load'>;
  readonly presence: Pick<PresenceStore, 'load'>;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
};

type Leaving = {
  readonly leaver: Agent;
  readonly desk: Pick<DeskLists, 'lines' | 'topics'>;
  readonly by: Actor;
};

/** Open tickets that went, and that stay with the person. */
export type Gone = { readonly given: number; readonly kept: number };

const pageSize = 100;
/** Saved side by side; the person may be back before the next so many. */
const together = 10;
const mostTries = 4;

/** Whether any line gives at once: else nobody has to look through what a leaver holds. */
export const isGivenAtOnce = ({ lines }: Pick<DeskLists, 'lines'>): boolean =>
  lines.some(({ absence }) => absence?.when === 'at-once' && absence.gives !== 'keep');

/**
 * Gives away what somebody holds who leaves, ticket by ticket, as each one's line says. It may end anywhere: their
 * presence says `gives` until a later walk found nothing more, and a ticket that went is not theirs any more. Stops
 * when they are back. One query for a page, 1 read and a claim's write units for each ticket that goes.
 */
export const giveAtOnce = async (deps: GivingDeps, leaving: Leaving): Promise<Gone> => {
  const { leaver } = leaving;
  const substitute = await colleagueOf(deps, leaver.substituteId);
  const gone = { given: 0, kept: 0 };
  let cursor: string | undefined;
  do {
    const page = await deps.tickets.listByAgent({
      agentId: leaver.id,
      group: 'active',
      limit: pageSize,
      cursor,
    });
    for (let at = 0; at < page.items.length; at += together) {
      const some = page.items.slice(at, at + together);
      const isLeft = !leaver.active || (await deps.presence.load(leaver.id))?.gives === true;
      const outcomes = isLeft
        ? await Promise.all(some.map(({ id }) => giveOne(deps, { ...leaving, substitute }, id)))
        : [];
      const given = outcomes.filter(Boolean).length;
      gone.given += given;
      gone.kept += some.length - given;
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  log.info('presence.given', { agentId: leaver.id, ...gone });
  return gone;
};

const colleagueOf = async (
  { agents, presence }: GivingDeps,
  agentId: string | undefined,
): Promise<Colleague | undefined> => {
  if (agentId === undefined) return undefined;
  const [agent, there] = await Promise.all([agents.load(agentId), presence.load(agentId)]);
  return agent && { agent, presence: there };
};

/** The list is an index and a moment behind, so the ticket itself is asked. */
const giveOne = async (
  { tickets, now }: GivingDeps,
  { leaver, desk, by, substitute }: Leaving & { readonly substitute: Colleague | undefined },
  ticketId: string,
): Promise<boolean> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const ticket = await tickets.load(ticketId);
    if (ticket?.status !== 'open') return false;
    const topic = desk.topics.find(({ id }) => id === ticket.topic);
    const line = desk.lines.find(({ id }) => id === (ticket.line ?? topic?.line));
    const fate = onLeaving({ ticket, leaver, line, topic, colleague: () => substitute });
    if (fate === 'keep') return false;
    const to = fate === 'release' ? undefined : substitute?.agent;
    const change = giveAway({ ticket, holder: leaver, to, by, now: now() });
    if ((await tickets.save(change)) === 'saved') return true;
  }
  return false;
};
