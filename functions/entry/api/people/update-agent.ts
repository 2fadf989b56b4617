import type * as endpoints from '../../../../schemas/api/desk.ts';
import { asActor } from '../../../desk/access.ts';
import { missing } from '../../../desk/problem.ts';
import { log } from '../../../observe/log.ts';
import { loadLists } from '../../desk-lists.ts';
import { giveAtOnce } from '../../give-at-once.ts';
import { audited } from '../audited.ts';
import type { UseCase } from '../types.ts';
import { checkRole, saveAgent } from './save-agent.ts';

/**
 * Role, scope, lines or access; the store refuses to lose the last super admin in the same transaction. Whose access
 * ends gives back what they hold.
 */
export const updateAgent: UseCase<typeof endpoints.updateAgent> =
  (deps) =>
  async ({ params, body: { version, ...patch } }, by) => {
    const { agents, desk, now } = deps;
    const stored = await agents.load(params.agentId);
    if (!stored) throw missing('agent.missing', `There is no agent ${params.agentId}.`);
    await checkRole(desk, patch.role);
    const agent = { ...withPatch(stored, patch), version: version + 1 };
    await saveAgent(
      agents,
      agent,
      version,
      audited(by, {
        action: 'agent.changed',
        target: agent.id,
        changes: { before: partOf(stored, patch), after: patch },
        at: now(),
      }),
    );
    log.info('agent.updated', {
      agentId: agent.id,
      role: agent.role,
      isActive: agent.active,
      byAgentId: by.id,
    });
    // Should it end halfway, the same request again goes on; a ticket that is left goes when its customer writes.
    if (!agent.active && patch.active === false)
      await giveAtOnce(deps, {
        leaver: agent,
        desk: await loadLists(desk, deps.settings),
        by: asActor(by),
      });
    return { agent };
  };

/** `null` takes off. */
const withPatch = <Stored extends object>(
  stored: Stored,
  patch: { readonly [Field in keyof Stored]?: Stored[Field] | null | undefined },
): Stored =>
  Object.fromEntries(
    Object.entries({ ...stored, ...patch }).filter(
      ([, value]) => value !== null && value !== undefined,
    ),
  ) as Stored;

/** The values that the patch replaces. */
const partOf = (stored: object, patch: object): object =>
  Object.fromEntries(Object.entries(stored).filter(([field]) => Object.hasOwn(patch, field)));
