import type { SimulatedDay } from '../../../schemas/simulation.ts';
import { arrivalsOf } from '../../desk/simulation/arrivals.ts';
import { play } from '../../desk/simulation/play.ts';
import { type Report, reportOf } from '../../desk/simulation/report.ts';
import { setStage } from '../../desk/simulation/stage.ts';

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
