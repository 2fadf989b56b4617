import type { ClassifierSettings } from '../../../schemas/classifier.ts';

/** Names a topic beside the rules; decides nothing until an admin lets it. */
export const defaultClassifier: ClassifierSettings = { mode: 'suggest', threshold: 0.9 };
