import type { Permission } from '../../../../schemas/agent.ts';
import type { Endpoint } from '../../../../schemas/api/endpoint.ts';
import { permissionsOf } from '../../../desk/access.ts';
import { rolesFor } from '../../roles-for.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { Caller } from '../types.ts';
import type { Claims } from './claims.ts';
import { signIn } from './sign-in.ts';

/** Whose access or role ends works on for so long at most. */
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

/** Somebody of the desk with what their role, built in or the desk's own, lets them do. */
type Admitted = Omit<Caller, 'from'>;

/**
 * Who calls, remembered for some seconds: two reads one after the other are more than half of a list's time.
 * A refusal is never remembered.
 */
export const newCallers = (deps: Pick<ApiDeps, 'agents' | 'desk' | 'now' | 'settings'>) => {
  const recent = new Map<string, { readonly agent: Admitted; readonly until: number }>();
  return async (
    claims: Claims,
    { permission }: Pick<Endpoint, 'permission'>,
  ): Promise<Admitted> => {
    const now = Date.parse(deps.now());
    const known = recent.get(claims.sub);
    if (known && known.until > now && everyday.has(permission)) return known.agent;
    recent.delete(claims.sub);
    const person = await signIn(deps, claims);
    const roles = await rolesFor(deps.desk, person);
    const roleName = roles.find(({ id }) => id === person.role)?.name;
    const agent = {
      ...person,
      permissions: permissionsOf(person, roles),
      ...(roleName !== undefined && { roleName }),
    };
    if (recent.size >= memorySize) recent.clear();
    recent.set(claims.sub, { agent, until: now + memoryMilliseconds });
    return agent;
  };
};
