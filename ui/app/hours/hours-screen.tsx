import { useEffect } from 'preact/hooks';
import type { Calendar } from '../../../schemas/calendar.ts';
import { focusHeading, usePageTitle } from '../../parts/page-title.ts';
import { say } from '../../parts/toast.tsx';
import { Faults } from '../settings/faults.tsx';
import { mayEdit } from '../settings/may-edit.ts';
import { replaced } from '../settings/moved.ts';
import { SaveBar, useEditor } from '../settings/save-bar.tsx';
import { saving } from '../settings/saving-words.ts';
import { SettingsTabs } from '../settings/settings-tabs.tsx';
import { CalendarCard } from './calendar-card.tsx';
import { blankCalendar } from './calendars.ts';
import { calendarsEditor } from './hours-state.ts';
import { words } from './words.ts';

/** When which line works: calendars with their holidays, and the lines that keep them. */
export const HoursScreen = () => {
  const { value } = words;
  usePageTitle(value.title);
  useEffect(focusHeading, []);
  useEditor(calendarsEditor);
  return (
    <section class="settings">
      <header class="list-head">
        <h1 tabIndex={-1}>{value.title}</h1>
      </header>
      <SettingsTabs of="hours" />
      <p class="hint page-hint">{value.hint}</p>
      {calendarsEditor.draft.value ? (
        <>
          <div class="hours-part">
            <Calendars calendars={calendarsEditor.draft.value} />
            <SaveBar editor={calendarsEditor} />
          </div>
        </>
      ) : (
        <p class="empty" aria-busy="true">
          {saving.value.loading}
        </p>
      )}
    </section>
  );
};

const { draft, edit } = calendarsEditor;

const remove = (calendar: Calendar, index: number) => {
  edit(draft.value?.toSpliced(index, 1) ?? [], true);
  say(words.value.removed(calendar.name), () =>
    edit(draft.value?.toSpliced(index, 0, calendar) ?? [], true),
  );
};

const Calendars = ({ calendars }: { calendars: Calendar[] }) => {
  const { value } = words;
  const add = () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    edit([...calendars, blankCalendar(calendars, { name: value.newCalendar, timeZone })], true);
  };
  return (
    <>
      <header class="list-head hours-head">
        <h2>{value.calendars}</h2>
        {mayEdit() && (
          <button type="button" onClick={add}>
            {value.addCalendar}
          </button>
        )}
      </header>
      <Faults of={calendarsEditor.faults.value} at="" />
      {calendars.length === 0 && <p class="empty">{value.noCalendars}</p>}
      {calendars.map((calendar, index) => (
        <CalendarCard
          key={calendar.id}
          calendar={calendar}
          index={index}
          onChange={(next) => edit(replaced(draft.value ?? [], index, next))}
          onRemove={() => remove(calendar, index)}
        />
      ))}
    </>
  );
};
