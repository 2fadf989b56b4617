import type { Agent, Permission } from '../../../../schemas/agent.ts';
import type { Endpoint } from '../../../../schemas/api/endpoint.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { Claims } from './claims.ts';
import { signIn } from './sign-in.ts';

/** Whose access ends works on for so long at most. */
const memoryMilliseconds = 5_000;
/** More people than work at once in one environment. */
const memorySize = 500;

/** What a screen asks all the time; anything about people, rights or raw mail looks at the table every time. */
const everyday: ReadonlySet<Permission | 'public'> = new Set([
  'desk.read',
  'tickets.read',
  'tickets.work',
  'customers.read',
]);

/**
 * Who calls, remembered for some seconds: two reads one after the other are more than half of a list's time.
 * A refusal is never remembered.
 */
export const newCallers = (deps: Pick<ApiDeps, 'agents' | 'now' | 'settings'>) => {
  const recent = new Map<string, { readonly agent: Agent; readonly until: number }>();
  return async (claims: Claims, { permission }: Pick<Endpoint, 'permission'>): Promise<Agent> => {
    const now = Date.parse(deps.now());
    const known = recent.get(claims.sub);
    if (known && known.until > now && everyday.has(permission)) return known.agent;
    recent.delete(claims.sub);
    const agent = await signIn(deps, claims);
    if (recent.size >= memorySize) recent.clear();
    recent.set(claims.sub, { agent, until: now + memoryMilliseconds });
    return agent;
  };
};
