import type { Connection } from '../../../schemas/connection.ts';
import { arrivals } from './arrivals.ts';
import { ordinaryStory } from './ordinary.ts';
import { newRandom } from './random.ts';
import { specialStories } from './special.ts';
import type { Story } from './story.ts';

/** Tickets of two weeks, beside those that stand for something special. */
const ordinaryCount = 310;
const days = 14;
/** A shop's birthday: more people than usual wrote in the last hours, and the desk is behind. */
const rush = { count: 34, days: 0.2 };
const rushDelay = 3.2;

/** Every story, in the order in which their tickets open. */
export const tellAll = (question: {
  readonly seed: number;
  readonly until: number;
  readonly connections: readonly Connection[];
}): readonly Story[] => {
  const { seed, until, connections } = question;
  const random = newRandom(seed);
  const usual = arrivals(random, { count: ordinaryCount, days, until });
  const today = arrivals(random, { ...rush, until });
  const rushBegan = until - rush.days * 86_400_000;
  const ordinary = [...usual, ...today].map((opensAt, index) =>
    ordinaryStory({
      random,
      connections,
      opensAt,
      index,
      delay: opensAt > rushBegan ? rushDelay : 1,
    }),
  );
  const special = specialStories({ random, connections, until });
  return [...ordinary, ...special].toSorted((a, b) => a.opensAt - b.opensAt);
};
