import type { Peak } from '../../../schemas/peak.ts';
import { activePeak, ofTopic } from '../peaks/active-peak.ts';
import type { Arrivals } from '../peaks/arrivals.ts';

type Known = {
  /** Today and the closed days before, as tally counts them; absent on a new desk. */
  readonly arrivals: Arrivals | undefined;
  readonly peaks: readonly Peak[];
  /** Epoch seconds. */
  readonly now: number;
};

const hour = 3600;
const day = 86_400;
/** Hours of today that say whether it is a day like others. */
const recentHours = 3;
/** Tickets as usual that are believed in until the last hours tell otherwise: three more are no trend. */
const usual = 5;

/**
 * First messages of a topic an hour, at any moment to come: as many as in that hour of the last days (three at most),
 * times a peak's factor, times what the last hours had more or less than that. Without a whole day on record the last
 * hours alone tell.
 */
export const arrivalRates = ({ arrivals, peaks, now }: Known) => {
  const since = arrivals?.since ?? '';
  const today = dateOf(now);
  const counts = new Map((arrivals?.days ?? []).map((one) => [one.day, one.topics]));
  const whole = [1, 2, 3].map((ago) => dateOf(now - ago * day)).filter((date) => date > since);
  const peakOf = (topic: string, at: number) =>
    ofTopic(activePeak(peaks, new Date(at * 1000).toISOString())?.factors, topic) ?? 1;
  const seen = (date: string, topic: string, hourOfDay: number) =>
    counts.get(date)?.[topic]?.[hourOfDay] ?? 0;

  /** Of such hours of the last days, as if none had been in a peak. */
  const ordinary = (topic: string, at: number): number => {
    const hourOfDay = hourOf(at);
    const sum = whole.reduce((all, date) => {
      const then = Date.parse(date) / 1000 + hourOfDay * hour;
      return all + seen(date, topic, hourOfDay) / peakOf(topic, then);
    }, 0);
    return sum / whole.length;
  };
  const first = Math.max(Date.parse(today) / 1000, secondsOf(since), now - recentHours * hour);
  const begun = Math.floor(Math.min(first, now) / hour) * hour;
  const recent = Array.from({ length: Math.floor((now - begun) / hour) + 1 }, (_, index) => {
    const from = begun + index * hour;
    return { from, part: Math.min(1, (now - from) / hour) };
  });

  const trends = new Map<string, number>();
  const rates = new Map<string, number>();
  const trendOf = (topic: string): number => {
    const came = recent.reduce((sum, { from }) => sum + seen(dateOf(from), topic, hourOf(from)), 0);
    if (whole.length === 0) {
      const hours = recent.reduce((sum, { part }) => sum + part, 0);
      return came / Math.max(1, hours);
    }
    const expected = recent.reduce(
      (sum, { from, part }) => sum + ordinary(topic, from) * peakOf(topic, from) * part,
      0,
    );
    return (came + usual) / (expected + usual);
  };
  const rateIn = (topic: string, from: number): number => {
    const trend = trends.get(topic) ?? trendOf(topic);
    trends.set(topic, trend);
    return whole.length === 0 ? trend : ordinary(topic, from) * peakOf(topic, from) * trend;
  };
  /** Asked at every step of a play, so an hour is worked out once. */
  return (topic: string, at: number): number => {
    const from = Math.floor(at / hour) * hour;
    const key = `${topic}|${from}`;
    const rate = rates.get(key) ?? rateIn(topic, Math.max(from, now));
    rates.set(key, rate);
    return rate;
  };
};

const dateOf = (at: number) => new Date(at * 1000).toISOString().slice(0, 10);
const hourOf = (at: number) => Math.floor((at % day) / hour);
const secondsOf = (instant: string) => (instant === '' ? 0 : Date.parse(instant) / 1000);
