import type * as endpoints from '../../../../schemas/api/desk.ts';
import type { UseCase } from '../types.ts';

export const listAgents: UseCase<typeof endpoints.listAgents> =
  ({ agents }) =>
  async () => ({ agents: [...(await agents.list())] });
