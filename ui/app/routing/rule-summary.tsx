import type { RoutingRule } from '../../../schemas/routing.ts';
import { actionTexts, conditionText } from './in-words.ts';
import { groups } from './rules.ts';
import { words } from './words.ts';

/** What a rule asks and does, in words. */
export const RuleSummary = ({ rule }: { rule: RoutingRule }) => {
  const { value } = words;
  const asked = groups
    .filter((group) => rule[group].length > 0)
    .map((group) => {
      const listed = rule[group].map(conditionText).join('; ');
      return group === 'all' && rule.all.length === 1
        ? listed
        : `${value.joined[group]}: ${listed}`;
    });
  return (
    <dl class="rule-summary">
      <div>
        <dt>{value.asks}</dt>
        <dd>{asked.join(' · ') || value.always}</dd>
      </div>
      <div>
        <dt>{value.does}</dt>
        <dd>{actionTexts(rule.actions).join(' · ') || value.doesNothing}</dd>
      </div>
    </dl>
  );
};
