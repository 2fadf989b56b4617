import type { Calendar } from '../../../schemas/calendar.ts';
import { call } from '../../state/desk.ts';
import { makeEditor } from '../settings/editor.ts';

export const calendarsEditor = makeEditor<Calendar[]>({
  read: async () => (await call('getSettings', {})).calendars,
  save: (body) => call('saveCalendars', { body }),
});

/** The calendar as it is by now: what is taken back later must not take other edits with it. */
export const asNow = (calendar: Calendar): Calendar =>
  calendarsEditor.draft.value?.find(({ id }) => id === calendar.id) ?? calendar;
