import type { Calendar } from '../../../schemas/calendar.ts';
import { language } from '../../state/preferences.ts';
import { Faults } from '../settings/faults.tsx';
import { mayEdit } from '../settings/may-edit.ts';
import { asMonday, weekdays } from './calendars.ts';
import { Holidays } from './holidays.tsx';
import { calendarsEditor } from './hours-state.ts';
import { WindowsField } from './windows-field.tsx';
import { words } from './words.ts';

type Props = {
  calendar: Calendar;
  index: number;
  onChange: (calendar: Calendar) => void;
  onRemove: () => void;
};

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** Monday is the first, as the first of January 2024 was. */
const dayName = (at: number): string =>
  new Intl.DateTimeFormat(language.value, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + at),
  );

/** One calendar: its zone, the hours of the week, the days that are otherwise. */
export const CalendarCard = ({ calendar, index, onChange, onRemove }: Props) => {
  const { value } = words;
  const faults = calendarsEditor.faults.value;
  return (
    <fieldset class="hours-card" disabled={!mayEdit()}>
      <legend class="visually-hidden">{calendar.name}</legend>
      <div class="rule-fields">
        <label class="field">
          {value.name}
          <input
            value={calendar.name}
            maxLength={120}
            autocomplete="off"
            onInput={(event) => onChange({ ...calendar, name: event.currentTarget.value })}
          />
          <Faults of={faults} at={`${index}.name`} />
        </label>
        <label class="field">
          {value.zone}
          <select
            value={calendar.timeZone}
            onChange={(event) => onChange({ ...calendar, timeZone: event.currentTarget.value })}
          >
            {[...new Set([calendar.timeZone, ...zones])].map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
          </select>
        </label>
      </div>
      <dl class="week">
        {weekdays.map((day, at) => (
          <div key={day}>
            <dt>{dayName(at)}</dt>
            <dd>
              <WindowsField
                label={dayName(at)}
                windows={calendar.weekdays[day]}
                onChange={(windows) =>
                  onChange({ ...calendar, weekdays: { ...calendar.weekdays, [day]: windows } })
                }
              />
              <Faults of={faults} at={`${index}.weekdays.${day}`} isDeep />
            </dd>
          </div>
        ))}
      </dl>
      <Faults of={faults} at={`${index}.weekdays`} />
      {mayEdit() && (
        <div class="hours-actions">
          <button type="button" onClick={() => onChange(asMonday(calendar))}>
            {value.copyMonday}
          </button>
        </div>
      )}
      <Holidays calendar={calendar} onChange={onChange} />
      <Faults of={faults} at={`${index}.holidays`} isDeep />
      {mayEdit() && (
        <div class="hours-actions">
          <button type="button" aria-label={`${value.remove}: ${calendar.name}`} onClick={onRemove}>
            {value.remove}
          </button>
        </div>
      )}
    </fieldset>
  );
};
