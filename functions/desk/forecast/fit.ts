import type { History, Series } from './history.ts';
import { levelOf } from './level.ts';
import { type Profile, profileOf, roughProfile, type Sample, withoutIncidents } from './profile.ts';
import { slotOf, weekHours } from './slots.ts';

/** A forecast stands on the same hour of so many weeks. */
export const weeksUsed = 8;

/** What is expected in an hour (epoch hours) that no peak touches. */
export type Fit = { readonly expected: (hour: number) => number; readonly hoursSeen: number };

const samplesOf = ({ first, values }: Series, zone: string, end: number): readonly Sample[] => {
  const from = Math.max(first, end - weeksUsed * weekHours);
  const samples: Sample[] = [];
  for (let hour = from; hour < Math.min(end, first + values.length); hour += 1) {
    const count = values[hour - first];
    if (count !== undefined) samples.push({ hour, slot: slotOf(zone, hour), count });
  }
  return samples;
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The desk's week stretched to how much comes to a topic. */
const priorOf = (samples: readonly Sample[], desk: Profile): Profile => {
  const expected = sum(samples.map(({ slot }) => desk[slot] ?? 0));
  const share = expected === 0 ? 0 : sum(samples.map(({ count }) => count)) / expected;
  return desk.map((value) => value * share);
};

/** Learns from what came before `end` alone. */
export const fitDesk = (history: History, zone: string, end: number): ReadonlyMap<string, Fit> => {
  const all = samplesOf(history.desk, zone, end);
  const rough = roughProfile(all);
  const desk = profileOf(withoutIncidents(all, rough), rough);
  return new Map(
    [...history.topics].map(([topic, series]) => {
      const seen = samplesOf(series, zone, end);
      const prior = priorOf(seen, desk);
      const samples = withoutIncidents(seen, prior);
      const profile = profileOf(samples, prior);
      const level = levelOf(samples, profile, end);
      return [
        topic,
        {
          expected: (hour: number) => (profile[slotOf(zone, hour)] ?? 0) * level(hour),
          hoursSeen: seen.length,
        },
      ];
    }),
  );
};
