import type { AuditEntry } from '../../../../schemas/audit.ts';
import type { AgentStore, StoredAgent } from '../../../desk/people-stores.ts';
import { conflict } from '../../../desk/problem.ts';

/** @throws Problem `agent.changed`, `agent.taken`, `agent.last-super-admin` */
export const saveAgent = async (
  agents: Pick<AgentStore, 'save'>,
  agent: StoredAgent,
  expects: number | 'new',
  audit?: AuditEntry,
): Promise<void> => {
  const outcome = await agents.save(agent, expects, audit);
  if (outcome === 'taken')
    throw conflict('agent.taken', 'Somebody with this address is on the desk already.');
  if (outcome === 'last-super-admin')
    throw conflict(
      'agent.last-super-admin',
      'This is the last active super admin. Make somebody else one first, else nobody could let people in.',
    );
  if (outcome === 'stale')
    throw conflict(
      'agent.changed',
      'Somebody changed this person meanwhile. Look again, then repeat.',
    );
};
