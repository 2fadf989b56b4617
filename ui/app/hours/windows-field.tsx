import type { Window } from '../../../schemas/calendar.ts';
import { replaced } from '../settings/moved.ts';
import { closeOf, nextWindow, shownClose } from './calendars.ts';
import { words } from './words.ts';

type Props = {
  /** The day or holiday whose hours these are. */
  label: string;
  windows: readonly Window[];
  onChange: (windows: Window[]) => void;
};

/** Hours of one day: none, or several times from and to. */
export const WindowsField = ({ label, windows, onChange }: Props) => {
  const { value } = words;
  return (
    <div class="windows">
      {windows.length === 0 && <span class="hint">{value.closed}</span>}
      {windows.map((window, index) => (
        <span class="window" key={index}>
          <input
            type="time"
            aria-label={value.opens(label)}
            value={window.opens}
            onChange={(event) => {
              const opens = event.currentTarget.value;
              if (opens) onChange(replaced(windows, index, { ...window, opens }));
            }}
          />
          <span aria-hidden="true">–</span>
          <input
            type="time"
            aria-label={value.closes(label)}
            value={shownClose(window.closes)}
            onChange={(event) => {
              const closes = closeOf(event.currentTarget.value);
              if (closes) onChange(replaced(windows, index, { ...window, closes }));
            }}
          />
          {window.closes === '24:00' && (
            <span class="hint">
              {window.opens === '00:00' ? value.allDay : value.untilMidnight}
            </span>
          )}
          <button
            type="button"
            class="quiet"
            aria-label={value.removeWindow(label)}
            onClick={() => onChange(windows.toSpliced(index, 1))}
          >
            ×
          </button>
        </span>
      ))}
      <button
        type="button"
        class="quiet"
        aria-label={value.addWindow(label)}
        onClick={() => onChange([...windows, nextWindow(windows)])}
      >
        + {value.moreHours}
      </button>
    </div>
  );
};
