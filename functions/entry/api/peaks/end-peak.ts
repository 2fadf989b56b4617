import type * as endpoints from '../../../../schemas/api/peaks.ts';
import { peaksOn } from '../../../desk/peaks/active-peak.ts';
import { conflict, missing } from '../../../desk/problem.ts';
import type { UseCase } from '../types.ts';
import { changePeaks } from './change-peaks.ts';

/** @throws Problem `peak.missing`, `peak.not-on`; one that was ended by hand already is ended */
export const endPeak: UseCase<typeof endpoints.endPeak> =
  (deps) =>
  async ({ params: { peakId } }, caller) =>
    changePeaks(deps, caller, (peaks, now) => {
      const peak = peaks.find(({ id }) => id === peakId);
      if (!peak)
        throw missing('peak.missing', 'There is no such peak. Somebody may have removed it.');
      if (peak.endedAt !== undefined && peak.endedAt <= now) return undefined;
      if (!peaksOn([peak], now).length)
        throw conflict(
          'peak.not-on',
          'This peak is not on now. Change its times in the calendar instead.',
        );
      return { action: 'peak.ended', peak: { ...peak, endedAt: now } };
    });
