import { gunzipSync, gzipSync } from 'node:zlib';
import type { ClassifierReport } from '../../schemas/classifier.ts';
import type { Language } from '../../schemas/primitives.ts';
import type { StoredModel } from '../desk/suggestion/model.ts';
import type { ObjectStore } from '../storage/object-store.ts';

/** What is known of the last training; written after the models, so that a report never tells of a model that is not there. */
export type TrainingRecord = {
  readonly reports: readonly ClassifierReport[];
  readonly tooFew: readonly {
    readonly language: Language;
    readonly tickets: number;
    readonly needed: number;
  }[];
};

const modelKey = (language: Language) => `suggestion/${language}.json.gz`;
const recordKey = 'suggestion/record.json';

export const readModel = async (
  files: Pick<ObjectStore, 'get'>,
  language: Language,
): Promise<StoredModel | undefined> => {
  const bytes = await files.get(modelKey(language));
  return bytes && (JSON.parse(gunzipSync(bytes).toString('utf8')) as StoredModel);
};

/** About 200 KB for four thousand tickets. */
export const writeModel = (files: Pick<ObjectStore, 'put'>, model: StoredModel): Promise<void> =>
  files.put(modelKey(model.language), gzipSync(JSON.stringify(model)), 'application/gzip');

export const readRecord = async (files: Pick<ObjectStore, 'get'>): Promise<TrainingRecord> => {
  const bytes = await files.get(recordKey);
  return bytes
    ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as TrainingRecord)
    : { reports: [], tooFew: [] };
};

export const writeRecord = (
  files: Pick<ObjectStore, 'put'>,
  record: TrainingRecord,
): Promise<void> => files.put(recordKey, JSON.stringify(record), 'application/json');
