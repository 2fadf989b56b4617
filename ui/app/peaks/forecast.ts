import type { ForecastHour, StaffingDay, TopicForecast } from '../../../schemas/peak.ts';
import { toZoned } from '../../parts/zoned.ts';

/** One hour of a chart; `arrived` is missing while it is to come. */
export type HourOf = ForecastHour & { arrived?: number };

/** What the forecast of one topic, or of all together (`*`), says. */
export type Series = {
  hours: readonly HourOf[];
  /** Part of what came by which past forecasts were off; of all topics their mean, weighted by what is expected. */
  error?: number;
  weeks: number;
};

type Given = {
  topics: readonly TopicForecast[];
  arrived: Readonly<Record<string, readonly number[]>>;
};

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const withArrived = (
  { topic, hours }: TopicForecast,
  arrived: Given['arrived'],
): readonly HourOf[] =>
  hours.map((hour, index) => {
    const came = arrived[topic]?.[index];
    return came === undefined ? hour : { ...hour, arrived: came };
  });

const errorOfAll = (topics: readonly TopicForecast[]): number | undefined => {
  const known = topics.flatMap(({ error, hours }) =>
    error === undefined ? [] : [{ error, weight: sum(hours.map(({ expected }) => expected)) }],
  );
  const weight = sum(known.map((one) => one.weight));
  if (weight === 0) return undefined;
  return sum(known.map((one) => one.error * one.weight)) / weight;
};

const addUp = (all: readonly (readonly HourOf[])[]): readonly HourOf[] =>
  (all[0] ?? []).map(({ at }, index) => {
    const hours = all.flatMap((hours) => hours[index] ?? []);
    const came = hours.flatMap(({ arrived }) => arrived ?? []);
    return {
      at,
      expected: sum(hours.map(({ expected }) => expected)),
      low: sum(hours.map(({ low }) => low)),
      high: sum(hours.map(({ high }) => high)),
      ...(came.length > 0 && { arrived: sum(came) }),
    };
  });

export const seriesOf = ({ topics, arrived }: Given, topic: string): Series => {
  const shown = topic === '*' ? topics : topics.filter((one) => one.topic === topic);
  const [only] = shown;
  const error = shown.length === 1 ? only?.error : errorOfAll(shown);
  return {
    hours: addUp(shown.map((one) => withArrived(one, arrived))),
    weeks: Math.max(0, ...shown.map(({ weeks }) => weeks)),
    ...(error !== undefined && { error }),
  };
};

export type DayOf = {
  day: string;
  expected: number;
  low: number;
  high: number;
  /** What came so far; missing while none of its hours is over. */
  arrived?: number;
  isOver: boolean;
  hours: readonly HourOf[];
};

/** The hours by day, by the wall clock of the desk's zone. */
export const daysOf = (hours: readonly HourOf[], zone: string): readonly DayOf[] => {
  const days = Map.groupBy(hours, ({ at }) => toZoned(at, zone).slice(0, 10));
  return [...days].map(([day, of]) => {
    const came = of.flatMap(({ arrived }) => arrived ?? []);
    return {
      day,
      expected: sum(of.map(({ expected }) => expected)),
      low: sum(of.map(({ low }) => low)),
      high: sum(of.map(({ high }) => high)),
      ...(came.length > 0 && { arrived: sum(came) }),
      isOver: came.length === of.length,
      hours: of,
    };
  });
};

const steps = [1, 2, 3, 4, 5, 6, 8];

/** The end of an axis: a round number just above, of which quarters are whole. */
export const axisEnd = (hours: readonly HourOf[]): number => {
  const most = Math.max(1, ...hours.flatMap(({ high, arrived }) => [high, arrived ?? 0]));
  for (let unit = 1; ; unit *= 10)
    for (const step of steps) if (4 * step * unit >= most) return 4 * step * unit;
};

/** On a field of one unit an hour by 100, zero at the bottom. */
const point = (index: number, value: number, end: number): string =>
  `${index + 0.5} ${Math.round((1 - value / end) * 10_000) / 100}`;

/** The expected number as a line. */
export const linePath = (hours: readonly HourOf[], end: number): string =>
  hours
    .map(({ expected }, index) => `${index === 0 ? 'M' : 'L'}${point(index, expected, end)}`)
    .join('');

/** The likely range as an area: along its upper edge, back along its lower. */
export const bandPath = (hours: readonly HourOf[], end: number): string => {
  const upper = hours.map(({ high }, index) => point(index, high, end));
  const lower = hours.map(({ low }, index) => point(index, low, end)).toReversed();
  return upper.length === 0 ? '' : `M${[...upper, ...lower].join('L')}Z`;
};

/** People missing on a day: for what is expected, or (`isHigh`) only if much comes. */
export const lackOf = ({
  people,
  peopleHigh,
  planned,
}: StaffingDay): { n: number; isHigh: boolean } | undefined => {
  if (people > planned) return { n: people - planned, isHigh: false };
  if (peopleHigh > planned) return { n: peopleHigh - planned, isHigh: true };
  return undefined;
};

/** The hours of a week that begins on a day of the desk. */
export const weekOf = (
  hours: readonly HourOf[],
  { from, zone }: { from: string; zone: string },
): readonly HourOf[] => {
  const end = dayAfter(from, 7);
  return hours.filter(({ at }) => {
    const day = toZoned(at, zone).slice(0, 10);
    return from <= day && day < end;
  });
};

/** The day so many days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
