import type { AgentStore, StoredAgent } from '../desk/people-stores.ts';
import { agentSteps, guardStep, isSuperAdmin, newGuardStep } from './agent-steps.ts';
import { auditStep } from './audit.ts';
import { agentBounds, agentKey, emailKey, type Key, subjectKey } from './keys.ts';
import { get, query } from './query.ts';
import type { Item, Table } from './table.ts';
import { transact } from './transact.ts';

export const agentStore = (table: Table): AgentStore => {
  const load = async (agentId: string) => agentOfItem(await get(table, agentKey(agentId)));
  const follow = async (pointer: Key) => {
    const item = await get(table, pointer);
    return item && load(String(item['agentId']));
  };

  return {
    load,
    findBySubject: (subject) => follow(subjectKey(subject)),
    findByEmail: (email) => follow(emailKey(email)),

    list: async () => {
      const agents: StoredAgent[] = [];
      let after: string | undefined;
      do {
        const { items, isCut } = await query(table, {
          partition: agentBounds.partition,
          // One bound is all a key condition takes; the guard sorts behind every agent.
          after: after ?? agentBounds.prefix,
          before: `${agentBounds.prefix}~`,
          limit: 500,
        });
        agents.push(...items.flatMap((item) => agentOfItem(item) ?? []));
        after = isCut ? `${items.at(-1)?.SK}!` : undefined;
      } while (after !== undefined);
      return agents;
    },

    save: async (agent, expects, audit) => {
      const before = expects === 'new' ? undefined : await load(agent.id);
      if (expects !== 'new' && before?.version !== expects) return 'stale';
      const change = Number(isSuperAdmin(agent)) - Number(before ? isSuperAdmin(before) : false);
      const guard = change === 0 ? [] : [guardStep(table, change)];
      const { own, pointers } = agentSteps(table, { agent, before });
      const { refused } = await transact(table, [
        ...guard,
        own,
        ...pointers,
        ...(audit ? [auditStep(table, audit)] : []),
      ]);
      if (refused.length === 0) return 'saved';
      if (refused.includes(guard.length)) return 'stale';
      return guard.length > 0 && refused[0] === 0 ? 'last-super-admin' : 'taken';
    },

    saveFirst: async (agent) => {
      const { own, pointers } = agentSteps(table, { agent });
      const { refused } = await transact(table, [newGuardStep(table), own, ...pointers]);
      return refused.length === 0 ? 'saved' : 'stale';
    },
  };
};

const agentOfItem = (item: Item | undefined): StoredAgent | undefined =>
  item?.['agent'] as StoredAgent | undefined;
