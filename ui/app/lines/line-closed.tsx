import { Faults } from '../settings/faults.tsx';
import { SelectField } from '../settings/fields.tsx';
import { entriesOf } from '../settings/options.ts';
import type { LineProps } from './line-editor.tsx';
import { withAbsence, withOutside, withPart } from './lines.ts';
import { linesEditor, linesOnPage } from './lines-state.ts';
import { words } from './words.ts';

/** Where tickets go that the line does not answer: while it is closed, too hard, or somebody is away. */
export const LineClosed = ({ line, at, onChange }: LineProps) => {
  const { value } = words;
  const faults = linesEditor.faults.value;
  const others = linesOnPage().filter(([id]) => id !== line.id);
  const { gives, when } = line.absence ?? { gives: 'keep', when: 'at-once' };
  return (
    <>
      <div class="rule-fields part">
        <SelectField
          label={value.outside}
          value={line.outside ?? 'wait'}
          options={entriesOf(value.outsides)}
          onChange={(outside = 'wait') => onChange(withOutside(line, outside))}
        />
        {line.outside === 'overflow' && (
          <div>
            <SelectField
              label={value.overflowTo}
              value={line.overflowTo ?? ''}
              none={value.overflowAny}
              options={others}
              onChange={(id) => onChange(withPart(line, 'overflowTo', id))}
            />
            <Faults of={faults} at={`${at}.overflowTo`} />
          </div>
        )}
        <div>
          <SelectField
            label={value.escalatesTo}
            value={line.escalatesTo ?? ''}
            none={value.nowhere}
            options={others}
            onChange={(id) => onChange(withPart(line, 'escalatesTo', id))}
          />
          <Faults of={faults} at={`${at}.escalatesTo`} />
        </div>
      </div>
      <div class="rule-fields">
        <SelectField
          label={value.absence}
          hint={value.absenceHint}
          value={gives}
          options={entriesOf(value.gives)}
          onChange={(chosen = 'keep') => onChange(withAbsence(line, chosen, when))}
        />
        {gives !== 'keep' && (
          <SelectField
            label={value.when}
            value={when}
            options={entriesOf(value.whens)}
            onChange={(chosen = 'at-once') => onChange(withAbsence(line, gives, chosen))}
          />
        )}
      </div>
    </>
  );
};
