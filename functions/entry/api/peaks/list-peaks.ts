import type * as endpoints from '../../../../schemas/api/peaks.ts';
import { dayOf, epochHour } from '../../../desk/peaks/days.ts';
import { knownDays } from '../../../desk/peaks/known-days.ts';
import { loadLists } from '../../desk-lists.ts';
import type { UseCase } from '../types.ts';
import { peaksView } from './change-peaks.ts';

/** What comes now is held against the forecast each time somebody looks: seven small reads, no job that runs late. */
export const listPeaks: UseCase<typeof endpoints.listPeaks> = (deps) => async () => {
  const { desk, arrivals, proposals, settings } = deps;
  const { forecastDesk, historyBefore, lastYearDays, lastYearProposals, surgeProposal } =
    await import('../forecast.lazy.ts');
  const now = deps.now();
  const today = dayOf(now);
  const [history, lastYear] = [historyBefore(today), lastYearDays(today)];
  const [stored, recent, weeks, year, dismissed] = await Promise.all([
    desk.loadAll(),
    arrivals.recent(),
    arrivals.days(history.first, history.last),
    arrivals.days(lastYear.first, lastYear.last),
    proposals.dismissed(),
  ]);
  const lists = await loadLists({ loadAll: async () => stored }, settings);
  const { topics, timeZone: zone } = settings;
  const { peaks } = lists;
  const forecast = forecastDesk({
    days: knownDays(weeks, recent, now),
    topics,
    zone,
    peaks,
    until: epochHour(`${today}T00:00:00.000Z`),
  });
  const surge = surgeProposal({
    days: recent?.days ?? [],
    forecast,
    topics,
    nameOf: (topic) => {
      const name = lists.topics.find(({ id }) => id === topic)?.name;
      return name?.[settings.language] ?? name?.en ?? topic;
    },
    peaks,
    dismissed,
    now,
  });
  return {
    ...peaksView({ items: peaks, version: stored.peaks?.version ?? 0 }, now),
    proposals: [
      ...(surge ? [surge] : []),
      ...lastYearProposals({ days: year, zone, topics, peaks, dismissed, now }),
    ],
  };
};
