import { useSignal } from '@preact/signals';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { Output } from '../../api/client.ts';
import { dayText } from '../../parts/time.ts';
import { complain, say } from '../../parts/toast.tsx';
import { call } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { UnreadEvents } from '../settings/unread-events.tsx';
import { mergedHolidays } from './calendars.ts';
import { asNow } from './hours-state.ts';
import { words } from './words.ts';

type Props = { calendar: Calendar; onChange: (calendar: Calendar) => void };

/** Holidays of a file: read, looked at, then taken over into what is edited. */
export const ImportHolidays = ({ calendar, onChange }: Props) => {
  const { value } = words;
  const read = useSignal<Output<'importHolidays'> | undefined>(undefined);
  const isBusy = useSignal(false);
  const choose = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    isBusy.value = true;
    try {
      const text = await file.text();
      read.value = await call('importHolidays', { body: { text, calendar } });
    } catch (error) {
      complain(error);
    }
    input.value = '';
    isBusy.value = false;
  };
  const takeOver = (holidays: Calendar['holidays']) => {
    onChange({ ...calendar, holidays: mergedHolidays(calendar.holidays, holidays) });
    read.value = undefined;
    say(value.takenOver(holidays.length), () =>
      onChange({ ...asNow(calendar), holidays: calendar.holidays }),
    );
  };
  return (
    <>
      <label class="field">
        {value.import}
        <input
          type="file"
          accept=".ics,text/calendar"
          disabled={isBusy.value}
          onChange={(event) => void choose(event.currentTarget)}
        />
      </label>
      <div class="imported" role="status">
        {isBusy.value && <p>{value.reading}</p>}
        {read.value && (
          <>
            <p>
              <b>{value.found(read.value.holidays.length)}</b>
            </p>
            <ul class="imported-list">
              {read.value.holidays.map(({ name, date, windows }) => (
                <li key={date}>
                  {dayText(date, language.value)}: {name}{' '}
                  <span class="hint">
                    {windows.map(({ opens, closes }) => `${opens}–${closes}`).join(', ') ||
                      value.closed}
                  </span>
                </li>
              ))}
            </ul>
            <UnreadEvents problems={read.value.problems} title={value.problems} />
            <p class="hours-actions">
              {read.value.holidays.length > 0 && (
                <button
                  type="button"
                  class="primary"
                  onClick={() => takeOver(read.value?.holidays ?? [])}
                >
                  {value.takeOver(read.value.holidays.length)}
                </button>
              )}
              <button type="button" onClick={() => (read.value = undefined)}>
                {value.cancel}
              </button>
            </p>
          </>
        )}
      </div>
    </>
  );
};
