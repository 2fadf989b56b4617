import type { Priority } from '../../../schemas/primitives.ts';
import type { SimulatedDay, TopicPlan } from '../../../schemas/simulation.ts';
import { offsetAt } from '../calendars/zone-offset.ts';
import { activePeak, ofTopic } from '../peaks/active-peak.ts';
import { isoOf, secondsOf } from '../promises/instance-of.ts';
import { newChance } from './chance.ts';

/** Somebody who writes: the same for every policy, so that only the policy differs. */
export type Arrival = {
  /** Epoch seconds. */
  readonly at: number;
  readonly topic: string;
  readonly priority: Priority;
  readonly tier: string | undefined;
  readonly channel: TopicPlan['channel'];
  /** Seconds somebody of ordinary speed is busy with it. */
  readonly handlingSeconds: number;
};

const hourSeconds = 3600;

/** First messages expected of a topic in the hour that begins at `at` (epoch seconds). */
export const expectedInHour = (day: SimulatedDay, topic: TopicPlan, at: number): number => {
  const hour = Math.floor(((at + offsetAt(day.timeZone, at)) % 86_400) / hourSeconds);
  const peak = activePeak(day.peaks, isoOf(at));
  return usualInHour(day, topic, hour) * (ofTopic(peak?.factors, topic.id) ?? 1);
};

const usualInHour = (day: SimulatedDay, { perHour, share = 0 }: TopicPlan, hour: number) => {
  if (perHour !== undefined) return typeof perHour === 'number' ? perHour : (perHour[hour] ?? 0);
  const { perDay = 0, byHour } = day.arrivals ?? {};
  const shares = day.topics.reduce((sum, topic) => sum + (topic.share ?? 0), 0);
  const parts = byHour?.reduce((sum, part) => sum + part, 0) ?? 0;
  const ofHour = byHour && parts > 0 ? (byHour[hour] ?? 0) / parts : 1 / 24;
  return shares > 0 ? (perDay * share * ofHour) / shares : 0;
};

/**
 * Everybody who writes in the days, in their order. Moments are a Poisson process with a rate for each hour; every
 * topic has chance of its own, so that changing one leaves the others as they were.
 */
export const arrivalsOf = (day: SimulatedDay): readonly Arrival[] => {
  const start = secondsOf(day.start);
  const end = start + day.days * 86_400;
  const all = day.topics.flatMap((topic, index) => {
    const chance = newChance(day.seed * 1009 + index * 7919 + 1);
    const arrivals: Arrival[] = [];
    for (let hour = start; hour < end; hour += hourSeconds) {
      const rate = expectedInHour(day, topic, hour) / hourSeconds;
      if (rate === 0) continue;
      for (let at = hour + chance.gap(rate); at < hour + hourSeconds; at += chance.gap(rate)) {
        const { medianMinutes, p90Minutes } = topic.handling;
        const tier = chance.oneOf(topic.tiers ?? {});
        arrivals.push({
          at: Math.floor(at),
          topic: topic.id,
          priority: chance.oneOf(topic.priorities ?? {}) ?? 'normal',
          tier: tier === 'standard' ? undefined : tier,
          channel: topic.channel,
          handlingSeconds: Math.max(
            1,
            Math.round(60 * chance.lognormal(medianMinutes, p90Minutes)),
          ),
        });
      }
    }
    return arrivals;
  });
  return all.toSorted((a, b) => a.at - b.at);
};
