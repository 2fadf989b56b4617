import type { AgentLoad } from '../../../schemas/presence.ts';
import type { TicketSummary } from '../../../schemas/ticket.ts';
import { groupOf } from '../tickets/states.ts';
import type { TicketStep } from '../topics/queue-counts.ts';
import { isLive } from './live-channels.ts';

/**
 * What one agent holds, apart for each topic, so that a topic that is counted again replaces its own part only:
 * topic → [open tickets, chats among them].
 */
export type Holding = {
  readonly agentId: string;
  readonly held: Readonly<Record<string, readonly [tickets: number, chats: number]>>;
  /** Taken on `day` (UTC). */
  readonly taken: number;
  readonly day: string;
};

/** A ticket that came into somebody's hands, and on which day (UTC). */
export type Take = { readonly agentId: string; readonly day: string };

/** What a change put into somebody's hands; a reply to a ticket nobody held does so too. */
export const takeOf = ({ before, after }: TicketStep, day: string): Take | undefined =>
  after?.assigneeId !== undefined && after.assigneeId !== before?.assigneeId
    ? { agentId: after.assigneeId, day }
    : undefined;

/** Who holds what after some steps. Who holds nothing and took nothing on the newest day is left out. */
export const holdSteps = (
  holdings: readonly Holding[],
  steps: readonly TicketStep[],
  takes: readonly Take[] = [],
): readonly Holding[] => {
  const all = new Map(holdings.map((holding) => [holding.agentId, holding]));
  const of = (agentId: string) => all.get(agentId) ?? { agentId, held: {}, taken: 0, day: '' };
  for (const { before, after } of steps) {
    if (isHeld(before)) all.set(before.assigneeId, add(of(before.assigneeId), before, -1));
    if (isHeld(after)) all.set(after.assigneeId, add(of(after.assigneeId), after, 1));
  }
  for (const take of takes) all.set(take.agentId, taken(of(take.agentId), take));
  const today =
    [...all.values()]
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? '';
  return [...all.values()].filter(
    ({ held, day }) => Object.keys(held).length > 0 || (day === today && day !== ''),
  );
};

/** The holdings without some topics, before those are counted again. */
export const withoutTopics = (
  holdings: readonly Holding[],
  topics: readonly string[],
): readonly Holding[] =>
  holdings.map((holding) => ({
    ...holding,
    held: Object.fromEntries(
      Object.entries(holding.held).filter(([topic]) => !topics.includes(topic)),
    ),
  }));

/** As those see it who hand out work. */
export const loadOf = ({ agentId, held, taken, day }: Holding): AgentLoad => {
  const parts = Object.values(held);
  const sum = (place: 0 | 1) => parts.reduce((total, part) => total + part[place], 0);
  return { agentId, tickets: sum(0), chats: sum(1), taken, day };
};

/** Of a load that may be of an earlier day: what was taken today. */
export const takenToday = (load: AgentLoad | undefined, now: string): number =>
  load?.day === now.slice(0, 10) ? load.taken : 0;

type Held = TicketSummary & { readonly assigneeId: string };
const isHeld = (ticket: TicketSummary | undefined): ticket is Held =>
  ticket?.assigneeId !== undefined && groupOf(ticket.status) === 'active';

const add = (holding: Holding, { topic, channel }: Held, sign: 1 | -1): Holding => {
  const [tickets, chats] = holding.held[topic] ?? [0, 0];
  // What a lost batch put wrong must not go below nothing until it is counted again.
  const part = [
    Math.max(0, tickets + sign),
    Math.max(0, chats + sign * Number(isLive(channel))),
  ] as const;
  const { [topic]: _, ...others } = holding.held;
  return { ...holding, held: part[0] + part[1] === 0 ? others : { ...others, [topic]: part } };
};

/** Records of yesterday that come after midnight change nothing any more. */
const taken = (holding: Holding, { day }: Take): Holding => {
  if (day < holding.day) return holding;
  return { ...holding, day, taken: day === holding.day ? holding.taken + 1 : 1 };
};
