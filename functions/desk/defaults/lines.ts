import type { Line } from '../../../schemas/desk.ts';

/** Three lines of product.md; their calendars are in `functions/desk/promises/defaults.ts`. */
export const defaultLines: readonly Line[] = [
  { id: 'front', name: { en: 'Front line', ru: 'Первая линия' }, calendarId: 'front' },
  { id: 'second', name: { en: 'Second line', ru: 'Вторая линия' }, calendarId: 'second' },
  { id: 'managers', name: { en: 'Managers', ru: 'Менеджеры' }, calendarId: 'managers' },
];
