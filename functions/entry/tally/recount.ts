import type { TicketGroup } from '../../../schemas/ticket.ts';
import { holdSteps, withoutTopics } from '../../desk/presence/loads.ts';
import { countSteps, type TicketStep } from '../../desk/topics/queue-counts.ts';
import { log } from '../../observe/log.ts';
import { withOldest } from './tally.ts';
import type { TallyDeps } from './tally-deps.ts';

const countedGroups: readonly TicketGroup[] = ['active', 'postponed'];

/**
 * Counts the topics' lists again and replaces their counters and what agents hold of them, should they ever be wrong.
 * Reads every open ticket's line (about 3 read units for 50). `stale`: a batch was added meanwhile; count again. What is
 * written in the seconds of counting may be missed or counted twice, so do it when the desk is quiet.
 */
export const recount = async (
  deps: TallyDeps,
  topics: readonly string[],
): Promise<'saved' | 'stale'> => {
  const before = await deps.tally.load();
  const startedAt = Math.floor(Date.parse(deps.now()) / 1000);
  const steps: TicketStep[] = [];
  for (const topic of topics)
    for (const group of countedGroups)
      await deps.readAll(topic, group, (tickets) =>
        steps.push(...tickets.map((after) => ({ after }))),
      );
  const others = before.counts.filter(({ topic }) => !topics.includes(topic));
  const counts = await withOldest(deps, countSteps(others, steps), topics);
  const outcome = await deps.tally.save({
    ...before,
    counts,
    holdings: holdSteps(withoutTopics(before.holdings, topics), steps),
    recounted: {
      ...before.recounted,
      ...Object.fromEntries(topics.map((topic) => [topic, startedAt])),
    },
  });
  log.info(`tally.recount.${outcome}`, { topics: topics.length, tickets: steps.length });
  return outcome;
};
