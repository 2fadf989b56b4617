import type { QueueView } from '../../../schemas/api/views.ts';
import type { Topic } from '../../../schemas/desk.ts';

type Queue = Pick<QueueView, 'topic' | 'unassigned'>;

/** Tickets nobody holds, and the lines they wait for, the one with most of them first. */
export const elsewhere = (
  queues: readonly Queue[],
  topics: readonly Pick<Topic, 'id' | 'line'>[],
): { n: number; lines: readonly string[] } => {
  const byLine = new Map<string, number>();
  for (const { topic, unassigned } of queues) {
    const line = topics.find(({ id }) => id === topic)?.line;
    if (line && unassigned > 0) byLine.set(line, (byLine.get(line) ?? 0) + unassigned);
  }
  const lines = [...byLine].toSorted(([, one], [, other]) => other - one);
  return { n: lines.reduce((sum, [, n]) => sum + n, 0), lines: lines.map(([line]) => line) };
};
