import type { Line } from '../../../schemas/desk.ts';

/** Three lines of product.md, each passing hard cases on to the next; their calendars are in `functions/desk/promises/defaults.ts`. */
export const defaultLines: readonly Line[] = [
  {
    id: 'front',
    name: { en: 'Front line', ru: 'Первая линия' },
    calendarId: 'front',
    escalatesTo: 'second',
  },
  {
    id: 'second',
    name: { en: 'Second line', ru: 'Вторая линия' },
    calendarId: 'second',
    escalatesTo: 'managers',
  },
  { id: 'managers', name: { en: 'Managers', ru: 'Менеджеры' }, calendarId: 'managers' },
];
