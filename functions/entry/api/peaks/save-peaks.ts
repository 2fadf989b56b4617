import type * as endpoints from '../../../../schemas/api/peaks.ts';
import { peakFaults } from '../../../desk/peaks/peak-faults.ts';
import { changesOf } from '../../../desk/settings/changes-of.ts';
import { deskNow, refuseFaults, saveList } from '../settings/save-list.ts';
import type { UseCase } from '../types.ts';
import { peaksView } from './change-peaks.ts';

export const savePeaks: UseCase<typeof endpoints.savePeaks> =
  (deps) =>
  async ({ body: { items, expects } }, caller) => {
    const desk = await deskNow(deps);
    refuseFaults(peakFaults(items, desk));
    const changes = changesOf(desk.peaks, items);
    const saved = await saveList(deps, caller, { list: 'peaks', items, expects, changes });
    return peaksView(saved, deps.now());
  };
