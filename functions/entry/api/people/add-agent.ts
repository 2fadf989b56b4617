import type * as endpoints from '../../../../schemas/api/desk.ts';
import { agentIdOf } from '../../../desk/ids.ts';
import type { StoredAgent } from '../../../desk/people-stores.ts';
import { log } from '../../../observe/log.ts';
import { audited } from '../audited.ts';
import type { UseCase } from '../types.ts';
import { checkRole, saveAgent } from './save-agent.ts';

/** The id comes from the address, so of two who add the same person at once one is told. */
export const addAgent: UseCase<typeof endpoints.addAgent> =
  ({ agents, desk, now }) =>
  async ({ body }, by) => {
    await checkRole(desk, body.role);
    const email = body.email.toLowerCase();
    const agent: StoredAgent = {
      ...body,
      id: agentIdOf(email),
      email,
      active: true,
      createdAt: now(),
      version: 1,
      subjects: [],
    };
    await saveAgent(
      agents,
      agent,
      'new',
      audited(by, {
        action: 'agent.added',
        target: agent.id,
        changes: { added: [{ id: agent.id, ...body, email }] },
        at: now(),
      }),
    );
    log.info('agent.added', { agentId: agent.id, role: agent.role, byAgentId: by.id });
    return { agent };
  };
