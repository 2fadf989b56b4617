import { useRef } from 'preact/hooks';
import type { RoutingRule } from '../../../schemas/routing.ts';
import { Faults } from '../settings/faults.tsx';
import { actionTexts, conditionText } from './in-words.ts';
import { mayEdit, rulesEditor } from './routing-state.ts';
import { RuleEditor } from './rule-editor.tsx';
import { groups } from './rules.ts';
import { words } from './words.ts';

type Props = {
  rule: RoutingRule;
  index: number;
  isOpen: boolean;
  isEveryRuleAsked: boolean;
  onOpen: (isOpen: boolean) => void;
  onChange: (rule: RoutingRule, isMoved?: boolean) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One rule: what it asks and does in words, where it stands, and its fields when it is opened. */
export const RuleRow = (props: Props) => {
  const { rule, index, isOpen, isEveryRuleAsked, onOpen, onChange, onMove, onRemove } = props;
  const { value } = words;
  const row = useRef<HTMLLIElement>(null);
  const at = `rules.${index}`;
  /** A moved row loses the focus on its way; it gets it back where it arrives. */
  const move = (by: -1 | 1) => {
    const focused = document.activeElement;
    onMove(by);
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && row.current?.contains(focused)) focused.focus();
    });
  };
  return (
    <li
      ref={row}
      class={rule.isOn ? 'rule' : 'rule off'}
      onKeyDown={(event) => {
        const by = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key];
        if (!event.altKey || by === undefined || !mayEdit()) return;
        event.preventDefault();
        move(by);
      }}
    >
      <div class="rule-head">
        <span class="rule-number" aria-hidden="true">
          {index + 1}
        </span>
        <div class="rule-what">
          <h2>
            {rule.name} {!rule.isOn && <span class="tag">{value.off}</span>}
          </h2>
          {!isOpen && <Summary rule={rule} />}
          {!isOpen && <Faults of={rulesEditor.faults.value} at={at} isDeep />}
          {isOpen && <Faults of={rulesEditor.faults.value} at={at} />}
        </div>
        <div class="rule-buttons">
          {mayEdit() && (
            <>
              <label class="switch" title={value.isOn}>
                <input
                  type="checkbox"
                  checked={rule.isOn}
                  aria-label={`${value.isOn}: ${rule.name}`}
                  onChange={(event) => onChange({ ...rule, isOn: event.currentTarget.checked })}
                />
              </label>
              <button
                type="button"
                class="quiet"
                aria-label={value.up(rule.name)}
                onClick={() => move(-1)}
              >
                ↑
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={value.down(rule.name)}
                onClick={() => move(1)}
              >
                ↓
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={`${value.remove}: ${rule.name}`}
                onClick={onRemove}
              >
                ×
              </button>
            </>
          )}
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={isOpen ? undefined : value.edit(rule.name)}
            onClick={() => onOpen(!isOpen)}
          >
            {isOpen ? value.done : value.editShort}
          </button>
        </div>
      </div>
      {isOpen && (
        <RuleEditor rule={rule} at={at} isEveryRuleAsked={isEveryRuleAsked} onChange={onChange} />
      )}
    </li>
  );
};

const Summary = ({ rule }: { rule: RoutingRule }) => {
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
