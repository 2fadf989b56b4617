import type { CountedStore } from '../desk/arrival-stores.ts';
import type { AgentStore, PresenceStore } from '../desk/people-stores.ts';
import type { DeskLists } from '../desk/settings-stores.ts';
import type { Expectation } from '../desk/tickets/acknowledgement.ts';
import { answerOf } from '../desk/waiting/answer.ts';
import type { Unknown } from '../desk/waiting/expected.ts';
import { remembered } from './remembered.ts';

type Stores = {
  readonly counts: CountedStore;
  readonly agents: Pick<AgentStore, 'list'>;
  readonly presence: Pick<PresenceStore, 'list'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

type Asked = {
  readonly topic: string;
  readonly line: string | undefined;
  readonly lists: DeskLists;
  /** ISO 8601. */
  readonly now: string;
};

/** Counters run seconds behind anyway; who is there changes by the minute, who works here by the day. */
const countedMs = 3_000;
const presenceMs = 10_000;
const agentsMs = 30_000;

/**
 * Asks for the expected time of tickets in their queues. On a busy desk the reads are shared by all that come in these
 * seconds; of a single ticket they are the counters' item and two short queries, some 5 read units.
 */
export const waitingAnswers = ({ counts, agents, presence, now }: Stores) => {
  const recentCounts = remembered(() => counts.counted(), { milliseconds: countedMs, now });
  const recentPresence = remembered(() => presence.list(), { milliseconds: presenceMs, now });
  const recentAgents = remembered(() => agents.list(), { milliseconds: agentsMs, now });
  /** Answers from the same counters: working one out takes some milliseconds, and thousands may come in a burst. */
  let known: { readonly counted: unknown; readonly answers: Map<string, Expectation | Unknown> } = {
    counted: undefined,
    answers: new Map(),
  };
  return async ({ lists, ...asked }: Asked): Promise<Expectation | Unknown> => {
    const [counted, presences, people] = await Promise.all([
      recentCounts(),
      recentPresence(),
      recentAgents(),
    ]);
    if (known.counted !== counted) known = { counted, answers: new Map() };
    const key = `${asked.topic}|${asked.line}`;
    const answer =
      known.answers.get(key) ?? answerOf({ counted, presences, agents: people, lists }, asked);
    known.answers.set(key, answer);
    return answer;
  };
};
