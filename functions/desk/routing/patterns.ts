import { RE2JS } from 're2js';
import type { RoutingCondition, RoutingRules } from '../../../schemas/routing.ts';
import type { PatternTest } from './sample.ts';

const conditionsOf = ({ rules }: RoutingRules): readonly RoutingCondition[] =>
  rules.flatMap(({ all, any, none }) => [...all, ...any, ...none]);

/** Every pattern of the rules, compiled once. RE2 has neither backtracking nor back references: its time is linear. */
export const patternsOf = (rules: RoutingRules): PatternTest => {
  const compiled = new Map<string, RE2JS>();
  for (const condition of conditionsOf(rules))
    if (condition.field === 'pattern' && !compiled.has(condition.pattern))
      compiled.set(condition.pattern, RE2JS.compile(condition.pattern, RE2JS.CASE_INSENSITIVE));
  return (pattern, text) => compiled.get(pattern)?.matcher(text).find() ?? false;
};

/** Why a pattern cannot be used, in RE2's words; undefined when it can. */
export const patternFault = (pattern: string): string | undefined => {
  try {
    RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'not a pattern';
  }
};
