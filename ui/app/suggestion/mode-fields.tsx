import type { ClassifierReport, ClassifierSettings } from '../../../schemas/classifier.ts';
import { Faults } from '../settings/faults.tsx';
import { mayEdit } from '../settings/may-edit.ts';
import { percentOf, rowAt } from './shares.ts';
import { classifierEditor } from './suggestion-state.ts';
import { words } from './words.ts';

type Props = {
  settings: ClassifierSettings;
  reports: readonly ClassifierReport[];
  onChange: (settings: ClassifierSettings) => void;
};

/** What was tried goes no higher (`functions/desk/suggestion/report.ts`). */
const highest = 0.95;

/** Whether the suggestion is shown or decides, and from which confidence on. */
export const ModeFields = ({ settings, reports, onChange }: Props) => {
  const { value } = words;
  const { mode, threshold } = settings;
  return (
    <fieldset class="suggestion-card" disabled={!mayEdit()}>
      <legend class="inner-legend">{value.mode}</legend>
      <div>
        {(['off', 'suggest', 'decide'] as const).map((one) => (
          <label key={one} class="switch">
            <input
              type="radio"
              name="suggestion-mode"
              checked={mode === one}
              onChange={() => onChange({ ...settings, mode: one })}
            />
            {value.modes[one]}
          </label>
        ))}
      </div>
      {mode === 'decide' && (
        <>
          <label class="field">
            <span>
              {value.threshold} <b>{value.percent(percentOf(threshold))}</b>
            </span>
            <input
              type="range"
              min={0.5}
              max={highest}
              step={0.01}
              value={threshold}
              aria-valuetext={value.percent(percentOf(threshold))}
              onInput={(event) =>
                onChange({ ...settings, threshold: Number(event.currentTarget.value) })
              }
            />
          </label>
          <Faults of={classifierEditor.faults.value} at="threshold" />
          <Meaning threshold={threshold} reports={reports} />
        </>
      )}
    </fieldset>
  );
};

const Meaning = ({ threshold, reports }: { threshold: number } & Pick<Props, 'reports'>) => {
  const { value } = words;
  if (reports.length === 0) return <p class="hint">{value.unknown}</p>;
  return (
    <ul class="says">
      {reports.map((report) => {
        const name = value.languages[report.language] ?? report.language;
        const row = rowAt(report, threshold);
        return (
          <li key={report.language}>
            {!row && value.notTried(name)}
            {row?.decided === 0 && value.wouldDecideNone(name)}
            {row &&
              row.decided > 0 &&
              value.wouldDecide(name, percentOf(row.decided), percentOf(row.accuracy))}
          </li>
        );
      })}
    </ul>
  );
};
