import { useEffect, useRef } from 'preact/hooks';
import type { RoutingCondition, RoutingRule } from '../../../schemas/routing.ts';
import { Faults } from '../settings/faults.tsx';
import { mayEdit } from '../settings/may-edit.ts';
import { replaced } from '../settings/moved.ts';
import { ActionFields } from './action-fields.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { conditionText } from './in-words.ts';
import { rulesEditor } from './routing-state.ts';
import { blankCondition, fieldNames, type Group, groups } from './rules.ts';
import { words } from './words.ts';

type Props = {
  rule: RoutingRule;
  /** The rule's place in what is saved: `rules.3`. */
  at: string;
  isEveryRuleAsked: boolean;
  onChange: (rule: RoutingRule, isMoved?: boolean) => void;
};

/** A rule's name, questions and actions, in its place in the list. */
export const RuleEditor = ({ rule, at, isEveryRuleAsked, onChange }: Props) => {
  const { value } = words;
  const faults = rulesEditor.faults.value;
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => name.current?.focus(), []);
  return (
    <fieldset class="rule-editor" disabled={!mayEdit()}>
      <legend class="visually-hidden">{rule.name}</legend>
      <label class="field">
        {value.name}
        <input
          ref={name}
          value={rule.name}
          maxLength={80}
          required
          autocomplete="off"
          onInput={(event) => onChange({ ...rule, name: event.currentTarget.value })}
        />
        <Faults of={faults} at={`${at}.name`} />
      </label>
      <h3>{value.asks}</h3>
      {groups.map((group) => (
        <ConditionGroup key={group} rule={rule} group={group} at={at} onChange={onChange} />
      ))}
      <h3>{value.does}</h3>
      <ActionFields actions={rule.actions} onChange={(actions) => onChange({ ...rule, actions })} />
      <Faults of={faults} at={`${at}.actions`} isDeep />
      {isEveryRuleAsked && (
        <label class="switch">
          <input
            type="checkbox"
            checked={rule.isLast}
            onChange={(event) => onChange({ ...rule, isLast: event.currentTarget.checked })}
          />
          {value.isLast}
        </label>
      )}
    </fieldset>
  );
};

type GroupProps = Pick<Props, 'rule' | 'at' | 'onChange'> & { group: Group };

const localZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const ConditionGroup = ({ rule, group, at, onChange }: GroupProps) => {
  const { value } = words;
  const conditions = rule[group];
  const put = (next: RoutingCondition[], isMoved = false) =>
    onChange({ ...rule, [group]: next }, isMoved);
  return (
    <fieldset class="condition-group">
      <legend>{value.groups[group]}</legend>
      {conditions.map((condition, index) => (
        <div class="condition" key={`${index}-${conditions.length}-${condition.field}`}>
          <div class="rule-fields">
            <ConditionFields
              condition={condition}
              onChange={(next) => put(replaced(conditions, index, next))}
            />
          </div>
          <button
            type="button"
            class="quiet"
            aria-label={value.removeCondition(conditionText(condition))}
            onClick={() => put(conditions.toSpliced(index, 1), true)}
          >
            ×
          </button>
          <Faults of={rulesEditor.faults.value} at={`${at}.${group}.${index}`} isDeep />
        </div>
      ))}
      <select
        aria-label={`${value.addCondition}: ${value.groups[group]}`}
        value=""
        onChange={(event) => {
          const field = fieldNames.find((name) => name === event.currentTarget.value);
          event.currentTarget.value = '';
          if (field) put([...conditions, blankCondition(field, localZone())], true);
        }}
      >
        <option value="">+ {value.addCondition}</option>
        {fieldNames.map((field) => (
          <option key={field} value={field}>
            {value.fields[field]}
          </option>
        ))}
      </select>
    </fieldset>
  );
};
