import type { RoutingRules } from '../../../schemas/routing.ts';
import { ItemList } from '../settings/item-list.tsx';
import { mayEdit } from '../settings/may-edit.ts';
import { SettingsPage } from '../settings/page.tsx';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { rulesEditor } from './routing-state.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleSummary } from './rule-summary.tsx';
import { blankRule } from './rules.ts';
import { RunOver } from './run-over.tsx';
import { TryIt } from './try-it.tsx';
import { words } from './words.ts';

const { draft, edit } = rulesEditor;

/** The rules that sort new tickets: in their order, tried before they are saved. */
export const RoutingScreen = () => {
  const { value } = words;
  useEditor(rulesEditor);
  const rules = draft.value;
  return (
    <SettingsPage
      of="routing"
      title={value.title}
      hint={value.hint}
      isReady={rules !== undefined}
      side={
        rules && (
          <>
            <TryIt rules={rules} />
            <RunOver rules={rules} />
          </>
        )
      }
    >
      {rules && <Mode rules={rules} />}
      {rules && <Rules rules={rules} />}
      <SaveBar editor={rulesEditor} />
    </SettingsPage>
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

const Rules = ({ rules: { rules, mode } }: { rules: RoutingRules }) => {
  const { value } = words;
  return (
    <ItemList
      label={value.title}
      items={rules}
      latest={() => draft.value?.rules ?? []}
      onChange={(next, isMoved) => {
        if (draft.value) edit({ ...draft.value, rules: next }, isMoved);
      }}
      at="rules"
      faults={rulesEditor.faults.value}
      empty={
        <>
          <p>{value.empty}</p>
          <p class="hint">{value.emptyHint}</p>
        </>
      }
      add={{ label: value.add, make: () => blankRule(rules, value.newRule) }}
      show={(rule, put) => ({
        name: rule.name,
        isOff: !rule.isOn,
        tags: !rule.isOn && <span class="tag">{value.off}</span>,
        summary: <RuleSummary rule={rule} />,
        controls: (
          <label class="switch" title={value.isOn}>
            <input
              type="checkbox"
              checked={rule.isOn}
              aria-label={`${value.isOn}: ${rule.name}`}
              onChange={(event) => put({ ...rule, isOn: event.currentTarget.checked })}
            />
          </label>
        ),
      })}
      fields={(rule, put, at) => (
        <RuleEditor rule={rule} at={at} isEveryRuleAsked={mode === 'all'} onChange={put} />
      )}
    />
  );
};
