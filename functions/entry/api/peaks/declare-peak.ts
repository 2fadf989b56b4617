import type * as endpoints from '../../../../schemas/api/peaks.ts';
import { declaredPeak } from '../../../desk/peaks/declare.ts';
import { peakFaults } from '../../../desk/peaks/peak-faults.ts';
import { refuseFaults } from '../settings/save-list.ts';
import type { UseCase } from '../types.ts';
import { changePeaks } from './change-peaks.ts';

/** As many as the list holds (`schemas/api/peaks.ts`). */
const mostPeaks = 200;

/** In force for whoever remembers the lists within ten seconds. Two declared at once are both there. */
export const declarePeak: UseCase<typeof endpoints.declarePeak> =
  (deps) =>
  async ({ body }, caller) =>
    changePeaks(deps, caller, (peaks, now) => {
      const peak = declaredPeak(body, now);
      const { topics: deployedTopics } = deps.settings;
      refuseFaults(peakFaults([peak], { deployedTopics, peaks: [] }));
      if (peaks.length >= mostPeaks)
        refuseFaults([{ path: '', message: `there are ${mostPeaks} peaks: take old ones away` }]);
      return peaks.some(({ id }) => id === peak.id) ? undefined : { action: 'peak.declared', peak };
    });
