import type { ArrivalDay, ForecastHour, Peak, TopicForecast } from '../../../schemas/peak.ts';
import { activePeak, ofTopic } from '../peaks/active-peak.ts';
import { dayAfter, instantOfHour } from '../peaks/days.ts';
import { backtest, dayRatio, errorOf, rangeOf } from './backtest.ts';
import { fitDesk, weeksUsed } from './fit.ts';
import { historyOf } from './history.ts';
import { weekHours } from './slots.ts';

/** Days of history that a forecast asks for: its own weeks, and those before it that it is judged on. */
const historyDays = (weeksUsed + 4) * 7;
export const historyBefore = (day: string) => ({
  first: dayAfter(day, -historyDays),
  last: dayAfter(day, -1),
});

export type ForecastQuestion = {
  /** Closed days in their order; missing ones are not taken for quiet ones. */
  readonly days: readonly ArrivalDay[];
  readonly topics: readonly string[];
  /** The desk's: habits follow the clock on the wall. */
  readonly zone: string;
  /** Past ones are left out of what is learned, future ones multiply. */
  readonly peaks: readonly Peak[];
  /** Epoch hours: what came before is known. */
  readonly until: number;
};

export type DeskForecast = {
  /** Of one topic in one hour (epoch hours), peaks included. */
  readonly hourOf: (topic: string, hour: number) => Omit<ForecastHour, 'at'>;
  readonly errorOf: (topic: string) => number | undefined;
  readonly weeksOf: (topic: string) => number;
  /** Nine of ten past days had at most so many times the expected number. */
  readonly dayRatio: number | undefined;
};

/**
 * The same hour of the last eight weeks, lifted to where the desk is now, times what planned peaks are said to bring
 * (ADR 0021). Its range and error are those of the same rule on the last four weeks.
 */
export const forecastDesk = ({
  days,
  topics,
  zone,
  peaks,
  until,
}: ForecastQuestion): DeskForecast => {
  const history = historyOf(days, { topics, peaks, until });
  const fits = fitDesk(history, zone, until);
  const trials = backtest(history, zone, until);
  const ranges = new Map(topics.map((topic) => [topic, rangeOf(trials.get(topic) ?? [])]));
  return {
    hourOf: (topic, hour) => {
      const usual = fits.get(topic)?.expected(hour) ?? 0;
      const factor = ofTopic(activePeak(peaks, instantOfHour(hour))?.factors, topic) ?? 1;
      const { low = 0, high = 0 } = ranges.get(topic)?.(usual) ?? {};
      return { expected: usual * factor, low: low * factor, high: high * factor };
    },
    errorOf: (topic) => errorOf(trials.get(topic) ?? []),
    weeksOf: (topic) => Math.round((fits.get(topic)?.hoursSeen ?? 0) / weekHours),
    dayRatio: dayRatio(trials, zone),
  };
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The hours from one on, as screens show them. */
export const topicForecasts = (
  forecast: DeskForecast,
  {
    topics,
    from,
    hours,
  }: {
    readonly topics: readonly string[];
    readonly from: number;
    readonly hours: number;
  },
): readonly TopicForecast[] =>
  topics.map((topic) => {
    const error = forecast.errorOf(topic);
    return {
      topic,
      hours: Array.from({ length: hours }, (_, index) => {
        const { expected, low, high } = forecast.hourOf(topic, from + index);
        return {
          at: instantOfHour(from + index),
          expected: rounded(expected),
          low: rounded(low),
          high: rounded(high),
        };
      }),
      ...(error !== undefined && { error: rounded(error) }),
      weeks: forecast.weeksOf(topic),
    };
  });
