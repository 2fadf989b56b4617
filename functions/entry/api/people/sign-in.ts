import type { Agent } from '../../../../schemas/agent.ts';
import { agentIdOf } from '../../../desk/ids.ts';
import type { AgentStore, StoredAgent } from '../../../desk/people-stores.ts';
import { forbidden } from '../../../desk/problem.ts';
import { log } from '../../../observe/log.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { Claims } from './claims.ts';

type SignIn = Pick<ApiDeps, 'agents' | 'now'> & {
  readonly settings: Pick<ApiDeps['settings'], 'firstAdmin'>;
};

/**
 * Who the claims belong to: by the provider's subject, else by verified address, which binds the subject for good.
 * On an empty desk the settings' first admin comes in as super admin.
 * @throws Problem `access.unknown`, `access.unverified`, `access.inactive`
 */
export const signIn = async (deps: SignIn, claims: Claims): Promise<Agent> => {
  const agent =
    (await deps.agents.findBySubject(claims.sub)) ?? (await bindByAddress(deps, claims));
  if (!agent.active)
    throw forbidden(
      'access.inactive',
      'Your access to this desk was ended. Ask a super admin if that is wrong.',
    );
  return agent;
};

const bindByAddress = async (deps: SignIn, claims: Claims): Promise<StoredAgent> => {
  const email = claims.email?.toLowerCase();
  if (!email || !claims.isEmailVerified)
    throw forbidden(
      'access.unverified',
      'The sign-in service does not confirm your e-mail address, so we cannot tell who you are here.',
    );
  const known = await deps.agents.findByEmail(email);
  if (known) return bind(deps.agents, known, claims.sub);
  const first =
    email === deps.settings.firstAdmin.toLowerCase() && (await makeFirst(deps, email, claims));
  if (first) return first;
  throw forbidden(
    'access.unknown',
    'You are not on this desk yet. Ask a super admin to add your address.',
  );
};

/** Two requests of a first sign-in bind at once: the one that loses finds the subject bound. */
const bind = async (
  agents: Pick<AgentStore, 'save' | 'findBySubject'>,
  known: StoredAgent,
  subject: string,
): Promise<StoredAgent> => {
  if (!known.active) return known;
  const bound = { ...known, subjects: [...known.subjects, subject], version: known.version + 1 };
  if ((await agents.save(bound, known.version)) === 'saved') {
    log.info('agent.bound', { agentId: known.id });
    return bound;
  }
  return (await agents.findBySubject(subject)) ?? known;
};

/** `undefined` when the desk has people already: then the address counts for nothing. */
const makeFirst = async (
  { agents, now }: SignIn,
  email: string,
  claims: Claims,
): Promise<StoredAgent | undefined> => {
  const agent: StoredAgent = {
    id: agentIdOf(email),
    email,
    name: (claims.name ?? email).slice(0, 80),
    role: 'super-admin',
    active: true,
    lines: [],
    leads: [],
    createdAt: now(),
    version: 1,
    subjects: [claims.sub],
  };
  if ((await agents.saveFirst(agent)) === 'stale') return agents.findBySubject(claims.sub);
  log.info('agent.first', { agentId: agent.id });
  return agent;
};
