import type * as endpoints from '../../../../schemas/api/promises.ts';
import { refusalOf } from '../../../desk/calendars/refusal.ts';
import { invalid } from '../../../desk/problem.ts';
import { explain } from '../../../desk/promises/explain.ts';
import { preview } from '../../../desk/promises/preview.ts';
import { calendarIdsOf } from '../../../desk/promises/select-promise.ts';
import type { UseCase } from '../types.ts';

/** Runs a story through the code that runs tickets; nothing is read or stored. */
export const previewPromise: UseCase<typeof endpoints.previewPromise> =
  ({ settings }) =>
  async ({ body: { promise, calendars, profile, events, now } }, agent) => {
    const missing = calendarIdsOf(promise).find((id) => !calendars.some((one) => one.id === id));
    if (missing !== undefined)
      throw invalid(
        'promise.calendar-missing',
        `The promise counts on the calendar "${missing}", which is not among the calendars given.`,
      );
    for (const calendar of calendars) {
      const refusal = refusalOf(calendar, Math.floor(Date.parse(now) / 1000));
      if (refusal !== undefined) throw invalid('calendar.never-open', refusal);
    }
    const [created, ...later] = events;
    if (later.some((event) => event.kind === 'created'))
      throw invalid(
        'promise.created-twice',
        'A ticket is created once: only the first event may be "created".',
      );
    const { instances, alerts } = preview({
      promise,
      calendars,
      profile,
      events: [created, ...later],
      now,
    });
    const reader = {
      language: agent.language ?? settings.language,
      timeZone: calendars[0]?.timeZone ?? 'UTC',
    };
    return { instances, alerts: [...alerts], sentences: explain(instances, reader) };
  };
