import type { AgentStore, StoredAgent } from '../../functions/desk/people-stores.ts';

const isSuperAdmin = (agent: StoredAgent) => agent.active && agent.role === 'super-admin';

/** People of one test, under the same conditions as the table's. */
export const memoryAgents = (...people: readonly StoredAgent[]): AgentStore => {
  const agents = new Map(people.map((agent) => [agent.id, agent]));
  const find = async (is: (agent: StoredAgent) => boolean) => [...agents.values()].find(is);
  return {
    load: async (agentId) => agents.get(agentId),
    findBySubject: (subject) => find((agent) => agent.subjects.includes(subject)),
    findByEmail: (email) => find((agent) => agent.email === email),
    list: async () => [...agents.values()],
    save: async (agent, expects) => {
      const stored = agents.get(agent.id);
      if (expects === 'new' && stored) return 'taken';
      if (expects !== 'new' && stored?.version !== expects) return 'stale';
      const others = [...agents.values()].filter((other) => other.id !== agent.id);
      const isLast = stored && isSuperAdmin(stored) && ![...others, agent].some(isSuperAdmin);
      if (isLast) return 'last-super-admin';
      agents.set(agent.id, agent);
      return 'saved';
    },
    saveFirst: async (agent) => {
      if (agents.size > 0) return 'stale';
      agents.set(agent.id, agent);
      return 'saved';
    },
  };
};
