import { defaultTopics } from '../../desk/defaults/topics.ts';
import { drainBacklog } from '../push-backlog.ts';
import type { ClockDeps } from './clock-deps.ts';

/** Hands out what waits on lines that hand out. On a desk without one a single read, of the lines. */
export async function lookAfterBacklog(deps: ClockDeps): Promise<void> {
  const lines = (await deps.desk.load('lines'))?.items ?? [];
  if (lines.every(({ work }) => work !== 'push')) return;
  const [{ calendars }, topics] = await Promise.all([deps.staff(), deps.desk.load('topics')]);
  await drainBacklog(deps, { lines, calendars, topics: topics?.items ?? defaultTopics });
}
