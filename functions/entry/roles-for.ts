import type { Agent, CustomRole } from '../../schemas/agent.ts';
import { isBuiltIn } from '../desk/access.ts';
import type { DeskStore } from '../desk/settings-stores.ts';

/** The desk's own roles, for somebody who has one of them; what a built-in role may is known without a read. */
export const rolesFor = async (
  desk: Pick<DeskStore, 'load'>,
  { role }: Pick<Agent, 'role'>,
): Promise<readonly CustomRole[]> =>
  isBuiltIn(role) ? [] : ((await desk.load('roles'))?.items ?? []);
