import type { RoutingActions, RoutingCondition, RoutingRules } from '../../../schemas/routing.ts';
import { wordsOf } from './stems.ts';

/** What rules may name. */
export type Nameable = {
  readonly topics: readonly string[];
  readonly lines: readonly string[];
  readonly connections: readonly string[];
  readonly agents: readonly string[];
  /** Why a pattern cannot be used; undefined when it can. */
  readonly patternFault: (pattern: string) => string | undefined;
};

/** Why rules cannot be saved: where (`rules.3.all.0`) and what, for the person who wrote them. */
export type RuleFault = { readonly at: string; readonly message: string };

const zoneFault = (zone: string): string | undefined => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) && undefined;
  } catch {
    return `"${zone}" is no time zone`;
  }
};

const conditionFault = (condition: RoutingCondition, names: Nameable): string | undefined => {
  const unknown = (wanted: readonly string[], known: readonly string[], what: string) => {
    const missing = wanted.find((one) => !known.includes(one));
    return missing === undefined ? undefined : `there is no ${what} "${missing}"`;
  };
  switch (condition.field) {
    case 'pattern':
      return names.patternFault(condition.pattern);
    case 'words': {
      const empty = condition.any.find((phrase) => wordsOf(phrase).length === 0);
      return empty === undefined ? undefined : `"${empty}" holds no word`;
    }
    case 'time':
      return zoneFault(condition.zone);
    case 'connection':
      return unknown(condition.in, names.connections, 'connection');
    case 'form':
      return unknown(condition.in, names.topics, 'topic');
    default:
      return undefined;
  }
};

const actionFault = (actions: RoutingActions, names: Nameable): string | undefined => {
  if (Object.keys(actions).length === 0) return 'the rule does nothing';
  if (actions.topic !== undefined && !names.topics.includes(actions.topic))
    return `there is no topic "${actions.topic}"`;
  if (actions.line !== undefined && !names.lines.includes(actions.line))
    return `there is no line "${actions.line}"`;
  if (actions.assigneeId !== undefined && !names.agents.includes(actions.assigneeId))
    return `nobody has the id "${actions.assigneeId}"`;
  return undefined;
};

/** Everything that is wrong with a set of rules; empty when it may be saved. */
export const faultsOf = ({ rules }: RoutingRules, names: Nameable): readonly RuleFault[] => {
  const seen = new Set<string>();
  return rules.flatMap((rule, index) => {
    const at = `rules.${index}`;
    const faults: RuleFault[] = [];
    if (seen.has(rule.id)) faults.push({ at, message: `the id "${rule.id}" is used twice` });
    seen.add(rule.id);
    for (const part of ['all', 'any', 'none'] as const)
      rule[part].forEach((condition, number) => {
        const message = conditionFault(condition, names);
        if (message) faults.push({ at: `${at}.${part}.${number}`, message });
      });
    const message = actionFault(rule.actions, names);
    if (message) faults.push({ at: `${at}.actions`, message });
    return faults;
  });
};
