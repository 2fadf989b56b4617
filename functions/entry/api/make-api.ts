import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Endpoint } from '../../../schemas/api/endpoint.ts';
import { staffEndpoints } from '../../../schemas/api/index.ts';
import { requirePermission } from '../../desk/access.ts';
import { newRouter } from '../../http/router.ts';
import { summarize } from '../../observe/context.ts';
import { visitorOf } from '../visitor.ts';
import type { ApiDeps } from './api-deps.ts';
import { makeHandlers } from './handlers.ts';
import { claimsOf } from './people/claims.ts';
import { newCallers } from './people/recent-callers.ts';
import type { Caller } from './types.ts';

/** The staff API: every endpoint of the table, open to those who have its permission. */
export const makeApi = (deps: ApiDeps) => {
  const callerOf = newCallers(deps);
  return newRouter({
    endpoints: staffEndpoints,
    handlers: makeHandlers(deps),
    admit: async (event: APIGatewayProxyEventV2, endpoint: Endpoint): Promise<Caller> => {
      const agent = await callerOf(claimsOf(event), endpoint);
      summarize({ agentId: agent.id });
      if (endpoint.permission !== 'public') requirePermission(agent, endpoint.permission);
      return { ...agent, from: visitorOf(event).ip };
    },
  });
};
