import type { CheckResult } from '../check.ts';
import type { MetaCredentials } from './credentials.ts';
import type { Fault } from './graph.ts';

/** What of the secret is still empty. */
export function notSetUp(secret: MetaCredentials | undefined): CheckResult | undefined {
  if (!secret) return { state: 'not-set-up', error: 'the secret cannot be read' };
  const empty = [
    ...(secret.accessToken === '' ? ['accessToken'] : []),
    ...(secret.appSecrets.length === 0 ? ['appSecrets'] : []),
    ...(secret.verifyToken === '' ? ['verifyToken'] : []),
  ];
  return empty.length === 0
    ? undefined
    : { state: 'not-set-up', error: `empty in the secret: ${empty.join(', ')}` };
}

export const failed = (fault: Fault, state: CheckResult['state'] = 'failing'): CheckResult => ({
  state: fault.kind === 'failed' && fault.isRevoked ? 'revoked' : state,
  error: fault.error,
});
