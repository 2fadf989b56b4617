import type * as endpoints from '../../../../schemas/api/peaks.ts';
import { dayAfter, dayOf, epochHour } from '../../../desk/peaks/days.ts';
import { arrivedSince, knownDays } from '../../../desk/peaks/known-days.ts';
import { loadLists } from '../../desk-lists.ts';
import type { UseCase } from '../types.ts';

const earlier = (one: string, other: string): string => (one < other ? one : other);

/**
 * Days that are past are forecast as they would have been then, from what had come before, so that both can be held
 * against each other. Hours are UTC's days from `from` on; people are counted for the desk's own days of these dates.
 */
export const getForecast: UseCase<typeof endpoints.getForecast> =
  (deps) =>
  async ({ query: { from, days } }) => {
    const { forecastDesk, historyBefore, perDayOf, staffingOf, topicForecasts } = await import(
      '../forecast.lazy.ts'
    );
    const now = deps.now();
    const today = dayOf(now);
    const first = from ?? today;
    const until = earlier(first, today);
    const [lists, agents, recent, written] = await Promise.all([
      loadLists(deps.desk, deps.settings),
      deps.agents.list(),
      deps.arrivals.recent(),
      deps.arrivals.days(
        historyBefore(until).first,
        earlier(dayAfter(first, days - 1), dayAfter(today, -1)),
      ),
    ]);
    const known = knownDays(written, recent, now);
    const { topics, timeZone: zone } = deps.settings;
    const { peaks, lines, calendars } = lists;
    const forecast = forecastDesk({
      days: known.filter(({ day }) => day < until),
      topics,
      zone,
      peaks,
      until: epochHour(`${until}T00:00:00.000Z`),
    });
    const range = { topics, from: epochHour(`${first}T00:00:00.000Z`), hours: days * 24 };
    const people = { agents, lines, calendars };
    return {
      topics: [...topicForecasts(forecast, range)],
      staffing: [...staffingOf(forecast, { ...people, topics, zone, first, days })],
      perDay: perDayOf(people),
      arrived: arrivedSince(
        [...known, ...(recent?.days ?? []).filter(({ day }) => day === today)],
        {
          ...range,
          now,
        },
      ),
    };
  };
