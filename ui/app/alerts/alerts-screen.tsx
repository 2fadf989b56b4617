import type { AlertPolicy, AlertStep } from '../../../schemas/alert-policy.ts';
import { Faults } from '../settings/faults.tsx';
import { ItemList } from '../settings/item-list.tsx';
import { minutesText } from '../settings/list-words.ts';
import { SettingsPage } from '../settings/page.tsx';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { alertsEditor } from './alerts-state.ts';
import { blankStep, stepText } from './ladder.ts';
import { LadderPreview } from './ladder-preview.tsx';
import { Limits, Places } from './policy-fields.tsx';
import { StepEditor } from './step-editor.tsx';
import { words } from './words.ts';

const { draft, edit, faults } = alertsEditor;

/** Who is told of warnings and breaches: rung by rung, and what that comes to. */
export const AlertsScreen = () => {
  const { value } = words;
  useEditor(alertsEditor);
  const policy = draft.value;
  return (
    <SettingsPage
      of="alerts"
      title={value.title}
      hint={value.hint}
      isReady={policy !== undefined}
      side={policy && <LadderPreview steps={policy.steps} />}
    >
      {policy && (
        <>
          <Faults of={faults.value} at="steps" />
          <Ladder policy={policy} />
          <Limits policy={policy} onChange={edit} />
          <Places policy={policy} onChange={edit} />
        </>
      )}
      <SaveBar editor={alertsEditor} />
    </SettingsPage>
  );
};

/** `30 min after the breach`. */
const momentOf = ({ on, afterMinutes }: AlertStep): string =>
  words.value.at[on](afterMinutes > 0 ? minutesText(afterMinutes) : '');

const Ladder = ({ policy }: { policy: AlertPolicy }) => {
  const { value } = words;
  const { steps } = policy;
  return (
    <ItemList
      label={value.title}
      items={steps}
      latest={() => draft.value?.steps ?? []}
      onChange={(next, isMoved) => {
        if (draft.value) edit({ ...draft.value, steps: next }, isMoved);
      }}
      at="steps"
      faults={faults.value}
      empty={<p>{value.empty}</p>}
      {...(steps.length < 20 && { add: { label: value.add, make: () => blankStep(steps) } })}
      show={(step) => ({
        name: momentOf(step),
        summary: <p>{stepText(step, value)}</p>,
      })}
      fields={(step, put, at) => <StepEditor step={step} at={at} onChange={put} />}
    />
  );
};
