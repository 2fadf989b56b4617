import { defaultClassifier } from '../../desk/defaults/classifier.ts';
import { trainModels } from '../train-models.ts';
import type { DigestDeps } from './digest-deps.ts';

/** Learns the suggestion of topics anew, unless an admin switched it off. Some thousand read units. */
export const learnTopics = async (deps: DigestDeps): Promise<void> => {
  const { items = defaultClassifier } = (await deps.desk.load('classifier')) ?? {};
  if (items.mode === 'off') return;
  const { archive, files, learning, now } = deps;
  await trainModels({ archive, files, ...learning, now: now() });
};
