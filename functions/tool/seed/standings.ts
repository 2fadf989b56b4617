import type { Agent } from '../../../schemas/agent.ts';
import type { Customer } from '../../../schemas/customer.ts';

export type Standing = Pick<Customer, 'tier' | 'managerId'>;

/** Customers the desk must not lose, by name; they have a personal manager. */
const important: ReadonlySet<string> = new Set([
  'Birgit Sandström',
  'Harold Pemberton',
  'Инна Полякова',
]);

/** Somebody of the managers' line stands behind each of them. */
export const standingsOf = (
  agents: readonly Pick<Agent, 'id' | 'lines'>[],
): ((name: string) => Standing | undefined) => {
  const manager = agents.findLast(({ lines }) => lines.includes('managers'));
  return (name) =>
    manager && important.has(name) ? { tier: 'vip', managerId: manager.id } : undefined;
};
