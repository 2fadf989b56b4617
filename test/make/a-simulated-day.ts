import { readFileSync } from 'node:fs';
import { arrivalsOf } from '../../functions/desk/simulation/arrivals.ts';
import { play } from '../../functions/desk/simulation/play.ts';
import { setStage } from '../../functions/desk/simulation/stage.ts';
import { newTeller, type Telling, type Told } from '../../functions/desk/simulation/telling.ts';
import { SimulatedDay } from '../../schemas/simulation.ts';

/** An example of docs/simulations, with another seed and other people if told. */
export const aDayLike = (
  example: 'ordinary-day' | 'sale' | 'sale-weighted',
  over: Partial<SimulatedDay> = {},
): SimulatedDay => {
  const file = new URL(`../../docs/simulations/${example}.json`, import.meta.url);
  return { ...SimulatedDay.parse(JSON.parse(readFileSync(file, 'utf8'))), ...over };
};

/** Somebody of a team falls ill and stays away until the end of that day; the others of the team work on. */
export const withIll = (
  day: SimulatedDay,
  ill: {
    readonly team: string;
    readonly count: number;
    readonly from: string;
    readonly to: string;
  },
): SimulatedDay => ({
  ...day,
  agents: day.agents.flatMap((team) => {
    if (team.name !== ill.team) return [team];
    const healthy = { ...team, count: team.count - ill.count };
    const away = [{ from: ill.from, to: ill.to }];
    return [
      ...(healthy.count > 0 ? [healthy] : []),
      { ...team, name: `${team.name}, ill`, count: ill.count, away },
    ];
  }),
});

/** Plays days one after the other, telling customers. */
export const toldOn = (days: readonly SimulatedDay[], telling: Telling): readonly Told[] =>
  days.flatMap((day) => {
    const stage = setStage(day);
    const { onArrival, told } = newTeller(stage, telling);
    play({ stage, arrivals: arrivalsOf(day), policy: 'longest-queue', onArrival });
    return told;
  });

/** A time of the example days, by Moscow's clock of 11 November. */
export const from = (opens: number, closes: number) => {
  const midnight = Date.parse('2026-11-10T21:00:00.000Z') / 1000;
  return { from: midnight + opens * 3600, to: midnight + closes * 3600 };
};
