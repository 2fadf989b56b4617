import {
  type Agent,
  BuiltInRole,
  type CustomRole,
  type Permission,
  rolePermissions,
} from '../../schemas/agent.ts';
import type { Actor } from '../../schemas/timeline.ts';
import { forbidden } from './problem.ts';
import type { ChangedTicket } from './stores.ts';

export const isBuiltIn = (role: string): role is BuiltInRole => BuiltInRole.safeParse(role).success;

/** By a built-in role or one of the desk's own; of a role that is gone only who they are can be read. */
export const permissionsOf = (
  agent: Agent,
  roles: readonly CustomRole[],
): readonly Permission[] => {
  if (!agent.active) return [];
  if (isBuiltIn(agent.role)) return rolePermissions[agent.role];
  const own = roles.find(({ id }) => id === agent.role);
  return own ? ['self.read', ...own.permissions] : ['self.read'];
};

/** Throws `access.forbidden`, naming what is needed, so that a person knows whom to ask. */
export const requirePermission = (
  agent: { readonly role: string; readonly permissions: readonly Permission[] },
  permission: Permission,
): void => {
  if (!agent.permissions.includes(permission))
    throw forbidden(
      'access.forbidden',
      `This needs the permission "${permission}", which the role "${agent.role}" does not have. Ask a super admin.`,
    );
};

/**
 * Whether a ticket lies within the person's scope: a list that is there must name the ticket's topic, or its line. One
 * that has no line yet is for those who see every line.
 */
export const maySee = (
  { scope }: Pick<Agent, 'scope'>,
  ticket: { readonly topic: string; readonly line?: string | undefined },
): boolean =>
  maySeeTopic({ scope }, ticket.topic) &&
  (scope?.lines === undefined || (ticket.line !== undefined && scope.lines.includes(ticket.line)));

/** Of a list what lies within the person's scope. */
export const seenBy = <
  Placed extends { readonly topic: string; readonly line?: string | undefined },
>(
  agent: Pick<Agent, 'scope'>,
  tickets: readonly Placed[],
): Placed[] => tickets.filter((ticket) => maySee(agent, ticket));

export const maySeeTopic = ({ scope }: Pick<Agent, 'scope'>, topic: string): boolean =>
  scope?.topics?.includes(topic) ?? true;

/**
 * Of tickets that changed what concerns the person, as they may know it: one that left their scope is told by the topic
 * it had.
 */
export const heardBy = (
  agent: Pick<Agent, 'scope'>,
  changed: readonly ChangedTicket[],
): ChangedTicket[] =>
  changed.flatMap((ticket) => {
    if (maySee(agent, ticket)) return [ticket];
    return ticket.was && maySee(agent, ticket.was) ? [{ ...ticket, ...ticket.was }] : [];
  });

/** Throws `topic.out-of-scope`. */
export const requireTopic = (agent: Pick<Agent, 'scope'>, topic: string): void => {
  if (!maySeeTopic(agent, topic))
    throw forbidden(
      'topic.out-of-scope',
      `The topic "${topic}" is not one of yours. Ask a super admin to give you access.`,
    );
};

/** Throws `ticket.out-of-scope`, which tells nothing of the ticket but whom to ask. */
export const requireSight = (
  agent: Pick<Agent, 'scope'>,
  ticket: { readonly topic: string; readonly line?: string | undefined },
): void => {
  if (!maySee(agent, ticket))
    throw forbidden(
      'ticket.out-of-scope',
      'This ticket belongs to a topic or line that is not yours. Ask a colleague there, or a super admin to give you access.',
    );
};

export const asActor = (agent: Pick<Agent, 'id' | 'name'>): Actor => ({
  kind: 'agent',
  id: agent.id,
  name: agent.name,
});

/** The desk itself, acting by a rule. */
export const robot: Actor = { kind: 'robot', name: 'Firstline' };
