import type * as endpoints from '../../../../schemas/api/classifier.ts';
import { audited } from '../audited.ts';
import type { UseCase } from '../types.ts';
import { viewOf } from './get-classifier.ts';

/** A second or two of reading and counting. New tickets are looked at with the new models within ten minutes. */
export const trainClassifier: UseCase<typeof endpoints.trainClassifier> =
  (deps) => async (_, caller) => {
    const { archive, files, settings } = deps;
    const { trainModels } = await import('../train-models.lazy.ts');
    const at = deps.now();
    const record = await trainModels({
      archive,
      files,
      language: settings.language,
      topics: settings.topics,
      now: at,
    });
    const changes = record.reports.map(({ language, trainedOn, accuracy }) => ({
      language,
      trainedOn,
      accuracy,
    }));
    await deps.audit.append(
      audited(caller, { action: 'classifier.trained', target: 'topics', changes, at }),
    );
    return viewOf(record);
  };
