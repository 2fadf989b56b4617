import type * as endpoints from '../../../../schemas/api/desk.ts';
import { defaultLines } from '../../../desk/defaults/lines.ts';
import type { UseCase } from '../types.ts';
import { deskTopics } from './desk-topics.ts';

/** Three reads at once. */
export const getDesk: UseCase<typeof endpoints.getDesk> = (deps) => async () => {
  const [topics, lines, agents] = await Promise.all([
    deskTopics(deps),
    deps.desk.load('lines'),
    deps.agents.list(),
  ]);
  const { name, language, connections } = deps.settings;
  return {
    name,
    language,
    topics: [...topics],
    lines: [...(lines?.items ?? defaultLines)],
    connections: [...connections],
    colleagues: agents.map(({ id, name, active }) => ({ id, name, active })),
  };
};
