import type { Place } from '../arn.ts';
import type { GrantReport, Role } from '../contract.ts';
import { AwsError } from '../gateway/aws-error.ts';
import type { Caller } from '../gateway/call.ts';
import type { RequestContext } from './condition.ts';
import { policyOf } from './policy.ts';

/** Who may do what, and what of it was done. */
export interface Access {
  callerOf: (roleName: string) => Caller | undefined;
  isAllowed: (roleName: string, action: string, resource: string) => boolean;
  report: () => GrantReport;
}

interface Deed {
  role: string;
  action: string;
  resource: string;
}

/** Object keys and ids make many resources; a report needs no more than this many of each kind. */
const deedsKept = 5_000;

export const operatorName = 'operator';

export function accessOf(place: Place, roles: readonly Role[]): Access {
  const policies = new Map(roles.map((role) => [role.name, policyOf(role.statements)]));
  const used = new Map<string, Deed>();
  const denied = new Map<string, Deed>();

  function isAllowed(
    role: string,
    action: string,
    resource: string,
    context: RequestContext = {},
  ): boolean {
    const answer = policies.get(role)?.isAllowed(action, resource, context) ?? false;
    const deeds = answer ? used : denied;
    const key = `${role} ${action} ${resource}`;
    if (deeds.size < deedsKept && !deeds.has(key)) deeds.set(key, { role, action, resource });
    return answer;
  }

  function callerOf(name: string): Caller | undefined {
    if (name === operatorName) {
      return { name, isOperator: true, can: () => true, require: () => undefined };
    }
    if (!policies.has(name)) return undefined;
    return {
      name,
      isOperator: false,
      can: (action, resource) => policies.get(name)?.isAllowed(action, resource, {}) ?? false,
      require: (action, resource, context) => {
        if (!isAllowed(name, action, resource, context)) {
          throw accessDenied(place, { role: name, action, resource });
        }
      },
    };
  }

  return {
    callerOf,
    isAllowed,
    report: () => ({
      used: [...used.values()],
      denied: [...denied.values()],
      unused: [...policies].flatMap(([role, policy]) =>
        policy.unused().map((grant) => ({ role, ...grant })),
      ),
    }),
  };
}

function accessDenied(place: Place, { role, action, resource }: Deed): AwsError {
  const user = `arn:aws:sts::${place.account}:assumed-role/${role}/${role}`;
  return new AwsError(
    'AccessDeniedException',
    `User: ${user} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    { status: 403 },
  );
}
