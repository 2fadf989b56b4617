import { lambda } from '../../observe/lambda.ts';
import { portalDeps } from './deps.ts';
import { readPortalEnv } from './env.ts';
import { makePortal } from './make-portal.ts';

/** What anyone may do: the request form. */
export const handler = lambda('portal', () => makePortal(portalDeps(readPortalEnv())));
