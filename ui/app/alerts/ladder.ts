import type { AlertStep, AlertTarget, AlertWay } from '../../../schemas/alert-policy.ts';

export const targets: readonly AlertTarget[] = ['assignee', 'leads', 'line', 'on-call', 'admins'];
export const ways: readonly AlertWay[] = ['screen', 'mail', 'webhook', 'slack', 'telegram'];

/** A rung half an hour after the last one of the breach. */
export const blankStep = (steps: readonly AlertStep[]): AlertStep => {
  const after = steps.filter(({ on }) => on === 'breach').map(({ afterMinutes }) => afterMinutes);
  return {
    on: 'breach',
    afterMinutes: after.length > 0 ? Math.min(10_080, Math.max(...after) + 30) : 0,
    to: ['leads', 'admins'],
    by: ['screen', 'mail'],
  };
};

/** Rungs as they come: those of one moment in their order. */
export const inTime = (steps: readonly AlertStep[], on: AlertStep['on']): readonly AlertStep[] =>
  steps
    .filter((step) => step.on === on)
    .toSorted((one, other) => one.afterMinutes - other.afterMinutes);

type LadderWords = {
  targets: Readonly<Record<AlertTarget, string>>;
  ways: Readonly<Record<AlertWay, string>>;
  orElse: string;
  nobody: string;
};

/** Who is told how: `who holds the ticket, else the topic's leads: on the screen, by mail`. */
export const stepText = ({ to, by }: AlertStep, words: LadderWords): string => {
  const whom = to.map((target) => words.targets[target]).join(words.orElse) || words.nobody;
  const how = ways.filter((way) => by.includes(way)).map((way) => words.ways[way]);
  return how.length > 0 ? `${whom}: ${how.join(', ')}` : whom;
};
