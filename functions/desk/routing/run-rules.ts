import type {
  RoutingActions,
  RoutingCondition,
  RoutingRule,
  RoutingRules,
  RoutingStep,
} from '../../../schemas/routing.ts';
import { met, type Prepared, prepare } from './conditions.ts';
import type { PatternTest, RoutingSample } from './sample.ts';

export type RoutingOutcome = {
  readonly actions: RoutingActions;
  /** The rules that were asked, in their order, each with its answer. */
  readonly path: readonly RoutingStep[];
};

type Verdict = { readonly matched: boolean; readonly because: readonly string[] };

const named = (condition: RoutingCondition, what: string): string =>
  `${condition.field}:${what}`.slice(0, 120);

/** All of `all`, one of `any` if there are any, none of `none`; the first that fails is named. */
const judge = (rule: RoutingRule, prepared: Prepared): Verdict => {
  const because: string[] = [];
  for (const condition of rule.all) {
    const what = met(condition, prepared);
    if (what === undefined) return { matched: false, because: [`not ${condition.field}`] };
    because.push(named(condition, what));
  }
  for (const condition of rule.none) {
    const what = met(condition, prepared);
    if (what !== undefined) return { matched: false, because: [`but ${named(condition, what)}`] };
  }
  if (rule.any.length > 0) {
    const found = rule.any.flatMap((condition) => {
      const what = met(condition, prepared);
      return what === undefined ? [] : [named(condition, what)];
    });
    const [first] = found;
    if (first === undefined) return { matched: false, because: ['none of any'] };
    because.push(first);
  }
  return { matched: true, because: because.slice(0, 10) };
};

/** The later word counts, tags add up. */
const withActions = (before: RoutingActions, more: RoutingActions): RoutingActions => ({
  ...before,
  ...more,
  ...(before.tags || more.tags
    ? { tags: [...new Set([...(before.tags ?? []), ...(more.tags ?? [])])].slice(0, 10) }
    : {}),
});

/**
 * Asks the desk's rules about a message, in their order. `first` stops at the first that matches; `all` goes on until a
 * rule says that it is the last.
 */
export const runRules = (
  { mode, rules }: RoutingRules,
  sample: RoutingSample,
  matches: PatternTest,
): RoutingOutcome => {
  const prepared = prepare(sample, matches);
  const path: RoutingStep[] = [];
  let actions: RoutingActions = {};
  for (const rule of rules) {
    if (!rule.isOn) continue;
    const { matched, because } = judge(rule, prepared);
    path.push({ rule: rule.id, name: rule.name, matched, because: [...because] });
    if (!matched) continue;
    actions = withActions(actions, rule.actions);
    if (mode === 'first' || rule.isLast) break;
  }
  return { actions, path };
};
