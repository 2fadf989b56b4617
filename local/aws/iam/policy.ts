import type { Statement } from '../contract.ts';
import { conditionOf, type RequestContext } from './condition.ts';
import { actionMatcherOf, type Matcher, matcherOf } from './pattern.ts';

interface Pattern {
  text: string;
  matches: Matcher;
  isUsed: boolean;
}

interface Rule {
  effect: 'Allow' | 'Deny';
  actions: readonly Pattern[];
  resources: readonly Pattern[];
  condition?: (context: RequestContext) => boolean;
}

/** One role's statements, compiled, with a note of which of them were ever needed. */
export interface Policy {
  isAllowed: (action: string, resource: string, context: RequestContext) => boolean;
  /** Actions and resources of Allow statements that no call has needed. */
  unused: () => { action: string; resource: string }[];
}

/** Decisions of statements without conditions are kept; ids in object keys must not fill memory. */
const decisionsKept = 10_000;

export function policyOf(statements: readonly Statement[]): Policy {
  const rules = statements.map(ruleOf);
  const decisions = new Map<string, boolean>();

  function isAllowed(action: string, resource: string, context: RequestContext): boolean {
    const question = `${action} ${resource}`;
    const known = decisions.get(question);
    if (known !== undefined) return known;

    const applicable = rules.filter((rule) => concerns(rule, action, resource));
    const matching = applicable.filter((rule) => rule.condition?.(context) ?? true);
    const isDenied = matching.some((rule) => rule.effect === 'Deny');
    const answer = !isDenied && matching.length > 0;
    if (answer) for (const rule of matching) markUsed(rule, action, resource);
    if (applicable.every((rule) => !rule.condition)) {
      if (decisions.size >= decisionsKept) decisions.clear();
      decisions.set(question, answer);
    }
    return answer;
  }

  return { isAllowed, unused: () => rules.flatMap(unusedOf) };
}

function ruleOf(statement: Statement): Rule {
  for (const unsupported of ['NotAction', 'NotResource', 'Principal']) {
    if (unsupported in statement) throw new Error(`IAM ${unsupported} is not emulated.`);
  }
  return {
    effect: statement.Effect,
    actions: patterns(statement.Action, actionMatcherOf),
    resources: patterns(statement.Resource, matcherOf),
    condition: statement.Condition && conditionOf(statement.Condition),
  };
}

function patterns(texts: string | readonly string[], compile: (text: string) => Matcher) {
  return (typeof texts === 'string' ? [texts] : texts).map(
    (text): Pattern => ({ text, matches: compile(text), isUsed: false }),
  );
}

function concerns(rule: Rule, action: string, resource: string): boolean {
  return (
    rule.actions.some((pattern) => pattern.matches(action)) &&
    rule.resources.some((pattern) => pattern.matches(resource))
  );
}

function markUsed(rule: Rule, action: string, resource: string): void {
  for (const pattern of rule.actions) if (pattern.matches(action)) pattern.isUsed = true;
  for (const pattern of rule.resources) if (pattern.matches(resource)) pattern.isUsed = true;
}

/** An action nobody used on any of the resources, or a resource nobody touched by any action. */
function unusedOf(rule: Rule): { action: string; resource: string }[] {
  if (rule.effect === 'Deny') return [];
  const textOf = (all: readonly Pattern[]): string => all.map((pattern) => pattern.text).join(', ');
  const idle = (all: readonly Pattern[]): Pattern[] => all.filter((pattern) => !pattern.isUsed);
  const actions = idle(rule.actions).map(({ text }) => ({
    action: text,
    resource: textOf(rule.resources),
  }));
  if (actions.length === rule.actions.length) return actions;
  const resources = idle(rule.resources).map(({ text }) => ({
    action: textOf(rule.actions),
    resource: text,
  }));
  return [...actions, ...resources];
}
