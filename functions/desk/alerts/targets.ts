import type { Agent } from '../../../schemas/agent.ts';
import type { AlertPolicy, AlertTarget } from '../../../schemas/alert-policy.ts';
import { maySee } from '../access.ts';
import type { Alerted, Alerting } from './alerting.ts';

/**
 * The people of a target that may see the ticket. Of the line's on-call list the first `onCallUpTo`: each rung that asks
 * it goes one person further.
 */
export const peopleOf = (
  target: AlertTarget,
  ticket: Alerted,
  { agents, lines }: Pick<Alerting, 'agents' | 'lines'>,
  onCallUpTo = 1,
): readonly Agent[] => {
  const active = agents.filter((agent) => agent.active);
  if (target === 'admins') return active.filter(({ role }) => role === 'super-admin');
  const seeing = active.filter((agent) => maySee(agent, ticket));
  if (target === 'on-call')
    return onCallOf(ticket, lines)
      .flatMap((id) => seeing.find((agent) => agent.id === id) ?? [])
      .slice(0, onCallUpTo);
  return seeing.filter((agent) => concerns[target](agent, ticket));
};

const concerns: Readonly<
  Record<'assignee' | 'leads' | 'line', (agent: Agent, ticket: Alerted) => boolean>
> = {
  assignee: ({ id }, { assigneeId }) => id === assigneeId,
  leads: ({ leads }, { topic }) => leads.includes(topic),
  line: ({ lines }, { line }) => line !== undefined && lines.includes(line),
};

/** Ids of the line's on-call list, in its order. */
export const onCallOf = (ticket: Alerted, lines: Alerting['lines']): readonly string[] =>
  lines.find(({ id }) => id === ticket.line)?.onCall ?? [];

/** How many of the on-call list a rung may ask: one more than the rungs before it asked. */
export const onCallUpTo = ({ steps }: Pick<AlertPolicy, 'steps'>, index: number): number => {
  const step = steps[index];
  if (!step) return 0;
  return steps.filter(
    (other, position) =>
      other.on === step.on &&
      other.to.includes('on-call') &&
      (other.afterMinutes < step.afterMinutes ||
        (other.afterMinutes === step.afterMinutes && position <= index)),
  ).length;
};
