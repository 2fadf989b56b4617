import { play } from './play.ts';
import { tellAll } from './stories.ts';
import { newWorld, type World, type WorldParts } from './world.ts';

/** Where a new desk's own numbers begin too. */
export const firstNumber = 1001;

/** Two weeks of a desk in memory. The same question gives the same desk, item by item. */
export const tellDesk = async ({
  seed,
  ...parts
}: Omit<WorldParts, 'firstNumber'> & { readonly seed: number }): Promise<{
  readonly world: World;
  /** How many were opened, and numbers used from `firstNumber` on. */
  readonly tickets: number;
}> => {
  const { until, settings } = parts;
  const world = newWorld({ ...parts, firstNumber });
  const stories = tellAll({ seed, until, connections: settings.connections });
  for (const story of stories) await play(world, story);
  return { world, tickets: (await world.intake.numbers.next()) - firstNumber };
};
