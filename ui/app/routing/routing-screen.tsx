import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RoutingRule, RoutingRules } from '../../../schemas/routing.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { say } from '../../parts/toast.tsx';
import { moved, replaced } from '../settings/moved.ts';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { saving } from '../settings/saving-words.ts';
import { SettingsTabs } from '../settings/settings-tabs.tsx';
import { mayEdit, rulesEditor } from './routing-state.ts';
import { RuleRow } from './rule-row.tsx';
import { blankRule } from './rules.ts';
import { RunOver } from './run-over.tsx';
import { TryIt } from './try-it.tsx';
import { words } from './words.ts';

const { draft, edit } = rulesEditor;

const put = (rules: RoutingRule[], isMoved = false) => {
  if (draft.value) edit({ ...draft.value, rules }, isMoved);
};

/** The rules that sort new tickets: in their order, tried before they are saved. */
export const RoutingScreen = () => {
  const { value } = words;
  const opened = useSignal<string | undefined>(undefined);
  usePageTitle(value.title);
  useEffect(focusHeading, []);
  useEditor(rulesEditor);
  const add = () => {
    const rules = draft.value?.rules ?? [];
    const rule = blankRule(rules, value.newRule);
    put([...rules, rule]);
    opened.value = rule.id;
  };
  return (
    <section class="settings wide">
      <header class="list-head">
        <h1 tabIndex={-1}>{value.title}</h1>
        {mayEdit() && draft.value && (
          <button type="button" onClick={add}>
            {value.add}
          </button>
        )}
      </header>
      <SettingsTabs of="routing" />
      <p class="hint page-hint">{value.hint}</p>
      {draft.value ? (
        <div class="routing">
          <div>
            <Mode rules={draft.value} />
            <Rules rules={draft.value} opened={opened.value} onOpen={(id) => (opened.value = id)} />
            <SaveBar editor={rulesEditor} />
          </div>
          <div class="side-panels">
            <TryIt rules={draft.value} />
            <RunOver rules={draft.value} />
          </div>
        </div>
      ) : (
        <p class="empty" aria-busy="true">
          {saving.value.loading}
        </p>
      )}
    </section>
  );
};

const Mode = ({ rules }: { rules: RoutingRules }) => (
  <fieldset class="routing-mode" disabled={!mayEdit()}>
    <legend>{words.value.mode}</legend>
    {(['first', 'all'] as const).map((mode) => (
      <label key={mode} class="switch">
        <input
          type="radio"
          name="mode"
          checked={rules.mode === mode}
          onChange={() => edit({ ...rules, mode })}
        />
        {words.value.modes[mode]}
      </label>
    ))}
  </fieldset>
);

type RulesProps = {
  rules: RoutingRules;
  opened: string | undefined;
  onOpen: (id: string | undefined) => void;
};

const Rules = ({ rules: { rules, mode }, opened, onOpen }: RulesProps) => {
  const { value } = words;
  const told = useSignal('');
  const move = (index: number, by: -1 | 1) => {
    const place = Math.max(0, Math.min(index + by, rules.length - 1));
    if (place !== index) put(moved(rules, index, place), true);
    told.value = value.movedTo(rules[index]?.name ?? '', place + 1, rules.length);
  };
  const remove = (rule: RoutingRule, index: number) => {
    put(rules.toSpliced(index, 1), true);
    say(value.removed(rule.name), () =>
      put(draft.value?.rules.toSpliced(index, 0, rule) ?? [], true),
    );
  };
  if (rules.length === 0)
    return (
      <div class="empty">
        <p>{value.empty}</p>
        <p class="hint">{value.emptyHint}</p>
      </div>
    );
  return (
    <>
      <ol class="rules" aria-label={value.title}>
        {rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            index={index}
            isOpen={opened === rule.id}
            isEveryRuleAsked={mode === 'all'}
            onOpen={(isOpen) => onOpen(isOpen ? rule.id : undefined)}
            onChange={(next, isMoved) => put(replaced(rules, index, next), isMoved)}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(rule, index)}
          />
        ))}
      </ol>
      {mayEdit() && <p class="hint rules-keys">{value.keys}</p>}
      <p class="visually-hidden" role="status">
        {told.value}
      </p>
    </>
  );
};
