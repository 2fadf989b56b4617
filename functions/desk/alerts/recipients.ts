import type { AlertStep } from '../../../schemas/alert-policy.ts';
import type { Alerted, Alerting } from './alerting.ts';
import { reachableAt } from './hours.ts';
import { onCallUpTo, peopleOf } from './targets.ts';

export type Recipients = {
  /** Ids of who is told now. */
  readonly now: readonly string[];
  /** Who is told later, when their hours begin. */
  readonly held: readonly { readonly at: string; readonly for: readonly string[] }[];
};

/** The people of one rung at this moment: of its targets the first that is somebody whose hours ever begin. */
export const recipientsOf = (
  index: number,
  { ticket, alerting, now }: { ticket: Alerted; alerting: Alerting; now: string },
): Recipients => {
  const step = alerting.policy.steps[index];
  if (!step || personalWays(step).length === 0) return { now: [], held: [] };
  const upTo = onCallUpTo(alerting.policy, index);
  for (const target of step.to) {
    const reachable = peopleOf(target, ticket, alerting, upTo).flatMap((agent) => {
      const at = reachableAt(agent, { ticket, alerting, now });
      return at === undefined ? [] : [{ id: agent.id, at }];
    });
    if (reachable.length === 0) continue;
    const later = [...new Set(reachable.map(({ at }) => at))].filter((at) => at > now).toSorted();
    const idsAt = (wanted: string) => reachable.filter(({ at }) => at === wanted).map((r) => r.id);
    return {
      now: reachable.filter(({ at }) => at <= now).map(({ id }) => id),
      held: later.map((at) => ({ at, for: idsAt(at) })),
    };
  }
  return { now: [], held: [] };
};

const personal = ['screen', 'mail'] as const;
export type PersonalWay = (typeof personal)[number];
export type PlaceWay = Exclude<AlertStep['by'][number], PersonalWay>;

/** Ways that reach each person. */
export const personalWays = ({ by }: Pick<AlertStep, 'by'>): readonly PersonalWay[] =>
  personal.filter((way) => by.includes(way));

/** Ways that are one place of the desk's; a place has no hours. */
export const placesOf = ({ by }: Pick<AlertStep, 'by'>): readonly PlaceWay[] =>
  by.filter((way) => way !== 'screen' && way !== 'mail');
