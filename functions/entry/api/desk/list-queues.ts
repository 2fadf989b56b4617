import type * as endpoints from '../../../../schemas/api/desk.ts';
import type { QueueView } from '../../../../schemas/api/views.ts';
import { maySeeTopic } from '../../../desk/access.ts';
import { missing } from '../../../desk/problem.ts';
import { log } from '../../../observe/log.ts';
import type { ApiDeps } from '../api-deps.ts';
import { audited } from '../audited.ts';
import type { UseCase } from '../types.ts';

const empty = { active: 0, unassigned: 0, postponed: 0, breached: 0 };

/** Every deployed topic of the caller's from one read of the counters. */
export const listQueues: UseCase<typeof endpoints.listQueues> = (deps) => async (_input, by) => ({
  queues: (await queueViews(deps)).filter(({ topic }) => maySeeTopic(by, topic)),
});

const queueViews = async ({
  counters,
  queueSwitch,
  settings,
}: Pick<ApiDeps, 'counters' | 'queueSwitch' | 'settings'>): Promise<QueueView[]> => {
  const [counts, paused] = await Promise.all([counters.queues(), queueSwitch.paused()]);
  const byTopic = new Map(counts.map((count) => [count.topic, count]));
  return settings.topics.map((topic) => ({
    ...empty,
    ...byTopic.get(topic),
    topic,
    isPaused: paused.has(topic),
  }));
};

/** Lambda answers before the switch is complete, so the state told is the one asked for. */
export const pauseQueue: UseCase<typeof endpoints.pauseQueue> =
  (deps) =>
  async ({ params: { topic }, body: { isPaused } }, agent) => {
    if (!deps.settings.topics.includes(topic))
      throw missing('topic.missing', `There is no topic "${topic}".`);
    const before = { isPaused: (await deps.queueSwitch.paused()).has(topic) };
    await deps.queueSwitch.set(topic, isPaused);
    const action = isPaused ? 'queue.paused' : 'queue.resumed';
    const changes = { before, after: { isPaused } };
    await deps.audit.append(audited(agent, { action, target: topic, changes, at: deps.now() }));
    log.info(action, { topic, agentId: agent.id });
    const counts = await deps.counters.queues();
    const count = counts.find((queue) => queue.topic === topic);
    return { queue: { ...empty, ...count, topic, isPaused } };
  };
