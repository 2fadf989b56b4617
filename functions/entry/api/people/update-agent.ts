import type * as endpoints from '../../../../schemas/api/desk.ts';
import { missing } from '../../../desk/problem.ts';
import { log } from '../../../observe/log.ts';
import type { UseCase } from '../types.ts';
import { saveAgent } from './save-agent.ts';

/** Role, lines or access; the store refuses to lose the last super admin in the same transaction. */
export const updateAgent: UseCase<typeof endpoints.updateAgent> =
  ({ agents }) =>
  async ({ params, body: { version, ...patch } }, by) => {
    const stored = await agents.load(params.agentId);
    if (!stored) throw missing('agent.missing', `There is no agent ${params.agentId}.`);
    const agent = { ...stored, ...patch, version: version + 1 };
    await saveAgent(agents, agent, version);
    log.info('agent.updated', {
      agentId: agent.id,
      role: agent.role,
      isActive: agent.active,
      byAgentId: by.id,
    });
    return { agent };
  };
