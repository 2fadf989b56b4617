import type { AuditEntry } from '../../../../schemas/audit.ts';
import { isBuiltIn } from '../../../desk/access.ts';
import type { AgentStore, StoredAgent } from '../../../desk/people-stores.ts';
import { conflict, invalid } from '../../../desk/problem.ts';
import type { DeskStore } from '../../../desk/settings-stores.ts';
import { rolesFor } from '../../roles-for.ts';

/**
 * A role that nobody has made would leave the person with nothing. One that goes in this very moment does the same, and
 * is shown beside their name.
 * @throws Problem `agent.role-unknown`
 */
export const checkRole = async (
  desk: Pick<DeskStore, 'load'>,
  role: string | undefined,
): Promise<void> => {
  if (role === undefined || isBuiltIn(role)) return;
  const own = await rolesFor(desk, { role });
  if (!own.some(({ id }) => id === role))
    throw invalid(
      'agent.role-unknown',
      `There is no role "${role}". Somebody may have removed it.`,
    );
};

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
