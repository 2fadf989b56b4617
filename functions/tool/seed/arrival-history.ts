import type { ArrivalDay, Peak } from '../../../schemas/peak.ts';
import { hoursOfDeskDay } from '../../desk/forecast/slots.ts';
import type { Arrivals } from '../../desk/peaks/arrivals.ts';
import { dayAfter, dayOf, daysBetween, epochHour, instantOfHour } from '../../desk/peaks/days.ts';
import { weightAt } from './arrivals.ts';
import { newRandom, type Random } from './random.ts';

/** A desk of eight people (product.md's from the field); the tickets told are a sample of what came. */
const ticketsADay = 850;
const shares: Readonly<Record<string, number>> = {
  'missing-cashback': 0.3,
  confirmation: 0.14,
  payouts: 0.16,
  'how-to': 0.1,
  account: 0.08,
  parcels: 0.06,
  bug: 0.05,
  partnership: 0.03,
  legal: 0.01,
};
const shareOfOthers = 0.04;
/** Sum of an average day's weights. */
const dayWeight = 850;
/** The desk grows by so much a week. */
const growth = 1.004;

const weeksBack = 16;
/** Around today a year ago: what last year's days are compared with. */
const lastYear = { before: 45, after: 80 };

export type ArrivalHistory = {
  readonly days: readonly ArrivalDay[];
  /** Today and the days before, as tally keeps them. */
  readonly recent: Arrivals;
  readonly peaks: readonly Peak[];
};

/** How many come by chance where so many are expected (Poisson). */
const drawn = (random: Random, expected: number): number => {
  const least = Math.exp(-expected);
  let count = 0;
  for (let product = random.next(); product > least; product *= random.next()) count += 1;
  return count;
};

/** What came on a desk whose people shop: the week's shape, 11.11, a birthday, and the rush of today's tickets. */
export const arrivalHistory = ({
  seed,
  topics,
  zone,
  until,
}: {
  readonly seed: number;
  readonly topics: readonly string[];
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly until: number;
}): ArrivalHistory => {
  const random = newRandom(seed);
  const now = new Date(until).toISOString();
  const today = dayOf(now);
  const yearAgo = dayAfter(today, -365);
  const dates = datesOf(today);
  const factorAt = (hour: number): number => {
    const day = dayOf(instantOfHour(hour));
    // The rush that stories.ts tells.
    if (hour > epochHour(now) - 5) return 2.2;
    if (day.endsWith('-11-11')) return 2.8;
    if (day.endsWith('-11-12')) return 1.6;
    return day === dates.lastYearsSale || day === dayAfter(dates.lastYearsSale, 1) ? 2.3 : 1;
  };
  const dayOn = (day: string): ArrivalDay => {
    const first = epochHour(`${day}T00:00:00.000Z`);
    const level = growth ** ((first - epochHour(now)) / 168);
    return {
      day,
      topics: Object.fromEntries(
        topics.map((topic) => [
          topic,
          Array.from({ length: 24 }, (_, index) => {
            const hour = first + index;
            if (hour > epochHour(now)) return 0;
            const passed = hour === epochHour(now) ? (until % 3_600_000) / 3_600_000 : 1;
            const usual = (weightAt(hour * 3_600_000) / dayWeight) * ticketsADay * level;
            const share = shares[topic] ?? shareOfOthers;
            return drawn(random, usual * share * factorAt(hour) * passed);
          }),
        ]),
      ),
    };
  };
  const old = daysBetween(
    dayAfter(yearAgo, -lastYear.before),
    dayAfter(yearAgo, lastYear.after),
  ).map(dayOn);
  const recent = daysBetween(dayAfter(today, -7 * weeksBack), today).map(dayOn);
  return {
    days: [...old, ...recent.slice(0, -1)],
    recent: { since: `${recent[0]?.day}T00:00:00.000Z`, days: recent.slice(-4) },
    peaks: peaksOf(dates, zone),
  };
};

/** Days that mean something, seen from today. */
const datesOf = (today: string) => {
  const thisYears = `${today.slice(0, 4)}-11-11`;
  const lastSale = thisYears < today ? thisYears : `${Number(today.slice(0, 4)) - 1}-11-11`;
  return {
    sale: lastSale,
    birthday: dayAfter(today, 9),
    /** Nobody planned it again yet: it is proposed. */
    lastYearsSale: dayAfter(today, 24 - 365),
  };
};

const peaksOf = ({ sale, birthday }: ReturnType<typeof datesOf>, zone: string): readonly Peak[] => {
  const midnight = (day: string) => instantOfHour(hoursOfDeskDay(zone, day)[0] ?? 0);
  const common = { kind: 'planned', usesPeakPromises: true } as const;
  return [
    {
      ...common,
      id: 'singles-day',
      name: '11.11',
      from: midnight(sale),
      to: midnight(dayAfter(sale, 2)),
      factors: { '*': 2.5 },
    },
    {
      ...common,
      id: 'birthday',
      name: 'Kopilka’s birthday',
      from: midnight(birthday),
      to: midnight(dayAfter(birthday, 2)),
      factors: { '*': 1.8, parcels: 1, legal: 1 },
      weights: { payouts: 2 },
      notice: {
        en: 'It is our birthday, and many people write to us today.',
        ru: 'У нас день рождения, и сегодня нам пишут очень многие.',
      },
    },
  ];
};
