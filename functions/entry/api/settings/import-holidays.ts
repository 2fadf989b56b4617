import type * as endpoints from '../../../../schemas/api/settings.ts';
import type { UseCase } from '../types.ts';

/** Bounded by the reader: size, events and repetitions; nothing in the file is fetched. */
export const importHolidays: UseCase<typeof endpoints.importHolidays> =
  ({ now }) =>
  async ({ body: { text, calendar } }) => {
    const { importHolidays: read } = await import('../holidays.lazy.ts');
    const { holidays, problems } = read(text, { calendar, today: now().slice(0, 10) });
    return { holidays: [...holidays], problems: [...problems] };
  };
