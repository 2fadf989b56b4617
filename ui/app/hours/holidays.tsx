import { useSignal } from '@preact/signals';
import type { Calendar, Holiday } from '../../../schemas/calendar.ts';
import { say } from '../../parts/toast.tsx';
import { now } from '../../state/desk.ts';
import { mayEdit } from '../settings/may-edit.ts';
import { replaced } from '../settings/moved.ts';
import { asNow } from './hours-state.ts';
import { ImportHolidays } from './import-holidays.tsx';
import { WindowsField } from './windows-field.tsx';
import { words } from './words.ts';

type Props = { calendar: Calendar; onChange: (calendar: Calendar) => void };

/** Days with other hours than their weekday; they are many, so they open on demand. */
export const Holidays = ({ calendar, onChange }: Props) => {
  const { value } = words;
  const { holidays } = calendar;
  const isOpen = useSignal(false);
  const put = (next: Holiday[]) => onChange({ ...calendar, holidays: next });
  const add = () => {
    const date = new Date(now.value).toISOString().slice(0, 10);
    put([...holidays, { name: value.newHoliday, date, yearly: false, windows: [] }]);
  };
  return (
    <details class="holidays" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{value.holidays(holidays.length)}</summary>
      {isOpen.value && (
        <>
          {holidays.length === 0 && <p class="hint">{value.noHolidays}</p>}
          <ul>
            {holidays.map((holiday, index) => (
              <HolidayRow
                key={index}
                holiday={holiday}
                onChange={(next) => put(replaced(holidays, index, next))}
                onRemove={() => {
                  put(holidays.toSpliced(index, 1));
                  say(value.removed(holiday.name), () => {
                    const latest = asNow(calendar);
                    const all = latest.holidays.toSpliced(index, 0, holiday);
                    onChange({ ...latest, holidays: all });
                  });
                }}
              />
            ))}
          </ul>
          {mayEdit() && (
            <div class="hours-actions">
              <button type="button" onClick={add}>
                {value.addHoliday}
              </button>
              <ImportHolidays calendar={calendar} onChange={onChange} />
            </div>
          )}
        </>
      )}
    </details>
  );
};

type RowProps = { holiday: Holiday; onChange: (holiday: Holiday) => void; onRemove: () => void };

const HolidayRow = ({ holiday, onChange, onRemove }: RowProps) => {
  const { value } = words;
  return (
    <li class="holiday">
      <input
        type="date"
        aria-label={`${value.date}: ${holiday.name}`}
        value={holiday.date}
        onChange={(event) => {
          const date = event.currentTarget.value;
          if (date) onChange({ ...holiday, date });
        }}
      />
      <input
        class="holiday-name"
        aria-label={value.name}
        maxLength={120}
        value={holiday.name}
        onInput={(event) => onChange({ ...holiday, name: event.currentTarget.value })}
      />
      <label class="switch">
        <input
          type="checkbox"
          checked={holiday.yearly}
          onChange={(event) => onChange({ ...holiday, yearly: event.currentTarget.checked })}
        />
        {value.yearly}
      </label>
      <WindowsField
        label={holiday.name}
        windows={holiday.windows}
        onChange={(windows) => onChange({ ...holiday, windows })}
      />
      <button
        type="button"
        class="quiet"
        aria-label={value.removeHoliday(holiday.name)}
        onClick={onRemove}
      >
        {value.remove}
      </button>
    </li>
  );
};
