import type { SimulatedDay } from '../../../schemas/simulation.ts';
import { arrivalsOf } from '../../desk/simulation/arrivals.ts';
import { play } from '../../desk/simulation/play.ts';
import { type Report, reportOf } from '../../desk/simulation/report.ts';
import { setStage } from '../../desk/simulation/stage.ts';
import { type Kept, keptOf, newTeller } from '../../desk/simulation/telling.ts';

type Running = {
  readonly day: SimulatedDay;
  /** Told before each policy. */
  readonly onProgress?: (line: string) => void;
};

/** Plays a day once for each policy it names. */
export const simulate = ({ day, onProgress }: Running): readonly Report[] => {
  const stage = setStage(day);
  const arrivals = arrivalsOf(day);
  return day.policies.map((policy) => {
    onProgress?.(`${policy}: ${arrivals.length} tickets in ${day.days} d …`);
    return reportOf(stage, play({ stage, arrivals, policy }), policy);
  });
};

/** About so many customers are told, which is enough to judge and takes some seconds. */
const tellings = 250;

/** How true what customers are told turns out, by the desk's own rule (the only one the telling knows). */
export const simulateTelling = (day: SimulatedDay): Kept => {
  const stage = setStage(day);
  const arrivals = arrivalsOf(day);
  const every = Math.max(1, Math.round(arrivals.length / tellings));
  const { onArrival, told } = newTeller(stage, { every });
  play({ stage, arrivals, policy: 'longest-queue', onArrival });
  return keptOf(stage, told);
};
