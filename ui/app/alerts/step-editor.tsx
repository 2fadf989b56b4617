import type { AlertStep } from '../../../schemas/alert-policy.ts';
import { OrderedChips } from '../settings/chips.tsx';
import { Faults } from '../settings/faults.tsx';
import { Choices, SelectField } from '../settings/fields.tsx';
import { mayEdit } from '../settings/may-edit.ts';
import { entriesOf } from '../settings/options.ts';
import { NumberField } from '../settings/text-fields.tsx';
import { alertsEditor } from './alerts-state.ts';
import { targets, ways } from './ladder.ts';
import { words } from './words.ts';

type Props = {
  step: AlertStep;
  /** The rung's place in what is saved. */
  at: string;
  onChange: (step: AlertStep) => void;
};

/** One rung: when, who and how. */
export const StepEditor = ({ step, at, onChange }: Props) => {
  const { value } = words;
  const faults = alertsEditor.faults.value;
  return (
    <fieldset class="rule-editor" disabled={!mayEdit()}>
      <div class="rule-fields">
        <SelectField
          label={value.on}
          value={step.on}
          options={entriesOf(value.ons)}
          onChange={(on = step.on) => onChange({ ...step, on })}
        />
        <NumberField
          label={value.after}
          hint={value.afterHint}
          value={step.afterMinutes}
          min={0}
          max={10_080}
          onChange={(minutes) => onChange({ ...step, afterMinutes: minutes ?? 0 })}
          at={`${at}.afterMinutes`}
          faults={faults}
        />
      </div>
      <OrderedChips
        label={value.to}
        hint={value.toHint}
        options={targets.map((target) => [target, value.targets[target]] as const)}
        value={step.to}
        none={value.noTarget}
        onChange={(to) => onChange({ ...step, to })}
      />
      <Faults of={faults} at={`${at}.to`} isDeep />
      <Choices
        label={value.by}
        options={ways.map((way) => [way, value.ways[way]] as const)}
        value={step.by}
        onChange={(by) => onChange({ ...step, by })}
      />
      <p class="hint">{value.byHint}</p>
      <Faults of={faults} at={`${at}.by`} isDeep />
    </fieldset>
  );
};
