import type { Agent, CustomRole } from '../../../schemas/agent.ts';
import type { AlertPolicy } from '../../../schemas/alert-policy.ts';
import type { Line } from '../../../schemas/desk.ts';
import type { TierPolicy } from '../../../schemas/tier.ts';
import { faultAt, type ListFault, missing, twice, unnamed } from './fault.ts';

export const tierFaults = (
  tiers: readonly TierPolicy[],
  { lines }: { readonly lines: readonly Line[] },
): readonly ListFault[] => [
  ...twice(tiers),
  ...tiers.flatMap(({ id, name, manager }, index) => [
    ...unnamed(`${index}.name`, name),
    ...(id === 'standard' ? [faultAt(`${index}.id`, 'standard')] : []),
    ...Object.entries(manager ?? {}).flatMap(([which, { line }]) =>
      missing(lines, [`${index}.manager.${which}.line`, 'no-line', line]),
    ),
  ]),
];

/** A role that somebody has cannot go: they would be left with nothing without knowing why. */
export const roleFaults = (
  roles: readonly CustomRole[],
  desk: { readonly roles: readonly CustomRole[]; readonly agents: readonly Agent[] },
): readonly ListFault[] => [
  ...twice(roles),
  ...desk.roles
    .filter(({ id }) => !roles.some((role) => role.id === id))
    .flatMap(({ id }) => {
      const holder = desk.agents.find((agent) => agent.role === id);
      return holder
        ? [{ path: '', message: `"${id}" cannot be taken away: ${holder.name} still has it` }]
        : [];
    }),
];

type Bots = readonly { readonly id: string; readonly channel: string }[];

export const alertFaults = (
  { steps, telegram }: AlertPolicy,
  connections: Bots,
): readonly ListFault[] => [
  ...(telegram &&
  !connections.some(({ id, channel }) => id === telegram.connectionId && channel === 'telegram')
    ? [faultAt('telegram.connectionId', 'no-bot', { id: telegram.connectionId })]
    : []),
  ...steps.flatMap(({ by }, index) =>
    by.includes('telegram') && !telegram ? [faultAt(`steps.${index}.by`, 'no-chat')] : [],
  ),
];
