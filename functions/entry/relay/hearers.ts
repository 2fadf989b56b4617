import type { Agent } from '../../../schemas/agent.ts';
import { isBuiltIn, permissionsOf } from '../../desk/access.ts';
import type { AgentStore } from '../../desk/people-stores.ts';
import type { DeskStore } from '../../desk/settings-stores.ts';

type People = {
  readonly agents: Pick<AgentStore, 'list'>;
  readonly desk: Pick<DeskStore, 'load'>;
};

/** Everyone who may read tickets now, by id. One query; a read more while somebody has a role of the desk's own. */
export const loadHearers = async ({
  agents,
  desk,
}: People): Promise<ReadonlyMap<string, Agent>> => {
  const people = await agents.list();
  const isUsual = people.every(({ role }) => isBuiltIn(role));
  const roles = isUsual ? [] : ((await desk.load('roles'))?.items ?? []);
  return new Map(
    people
      .filter((agent) => permissionsOf(agent, roles).includes('tickets.read'))
      .map((agent) => [agent.id, agent]),
  );
};
