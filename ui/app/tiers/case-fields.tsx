import type { Fallback } from '../../../schemas/tier.ts';
import { Faults } from '../settings/faults.tsx';
import { SelectField } from '../settings/fields.tsx';
import { minutesText } from '../settings/list-words.ts';
import { entriesOf, lineOptions, nameIn } from '../settings/options.ts';
import { NumberField } from '../settings/text-fields.tsx';
import { caseText, withThen } from './tiers.ts';
import { tiersEditor } from './tiers-state.ts';
import { words } from './words.ts';

type Props = {
  label: string;
  fallback: Fallback;
  at: string;
  onChange: (fallback: Fallback) => void;
};

/** One of the four cases: how long the manager is waited for and where the ticket goes then, read back in a sentence. */
export const CaseFields = ({ label, fallback, at, onChange }: Props) => {
  const { value } = words;
  const faults = tiersEditor.faults.value;
  const { waitMinutes, then, line } = fallback;
  return (
    <fieldset class="inner-card">
      <legend class="inner-legend">{label}</legend>
      <div class="rule-fields">
        {then !== 'wait' && (
          <NumberField
            label={value.wait}
            unit={value.minutes}
            value={waitMinutes}
            min={0}
            max={10_080}
            onChange={(minutes) => onChange({ ...fallback, waitMinutes: minutes ?? 0 })}
            at={`${at}.waitMinutes`}
            faults={faults}
          />
        )}
        <SelectField
          label={value.then}
          value={then}
          options={entriesOf(value.thens)}
          onChange={(chosen = then) => onChange(withThen(fallback, chosen))}
        />
        {then === 'line' && (
          <div>
            <SelectField
              label={value.line}
              value={line ?? ''}
              none={value.ownLine}
              options={lineOptions()}
              onChange={(id) => onChange({ waitMinutes, then, ...(id && { line: id }) })}
            />
            <Faults of={faults} at={`${at}.line`} />
          </div>
        )}
      </div>
      <p class="says">
        {caseText(fallback, value.says, {
          span: minutesText,
          line: (id) => nameIn(lineOptions(), id),
        })}
      </p>
    </fieldset>
  );
};
