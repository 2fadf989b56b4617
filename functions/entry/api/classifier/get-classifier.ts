import type * as endpoints from '../../../../schemas/api/classifier.ts';
import { readRecord, type TrainingRecord } from '../../suggestion-models.ts';
import type { UseCase } from '../types.ts';

/** One object of the files' bucket. */
export const getClassifier: UseCase<typeof endpoints.getClassifier> = (deps) => async () =>
  viewOf(await readRecord(deps.files));

export const viewOf = ({ reports, tooFew }: TrainingRecord) => ({
  reports: [...reports],
  tooFew: [...tooFew],
});
