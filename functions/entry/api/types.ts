import type { Agent, Permission } from '../../../schemas/agent.ts';
import type { Endpoint } from '../../../schemas/api/endpoint.ts';
import type { Handler } from '../../http/types.ts';
import type { ApiDeps } from './api-deps.ts';

/** Who calls, what they may, and from which address as far as the gateway saw it. */
export type Caller = Agent & {
  readonly permissions: readonly Permission[];
  /** Of a role of the desk's own. */
  readonly roleName?: string;
  readonly from: string;
};

/** A use case of the staff API: wired once, called with parsed input by an agent who has the permission. */
export type UseCase<E extends Endpoint> = (deps: ApiDeps) => Handler<E, Caller>;
