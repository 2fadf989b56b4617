import * as z from 'zod';
import { ClassifierReport } from '../classifier.ts';
import { endpoint } from './endpoint.ts';

const State = z.object({
  /** One of each language that had enough closed tickets. */
  reports: z.array(ClassifierReport),
  /** Languages that have too few, with how many there are and are needed. */
  tooFew: z.array(
    z.object({ language: z.string(), tickets: z.number().int(), needed: z.number().int() }),
  ),
});

export const getClassifier = endpoint({
  name: 'getClassifier',
  method: 'GET',
  path: '/api/classifier',
  permission: 'settings.read',
  summary: 'How right the learned suggestion of topics is, on tickets it had not seen',
  output: State,
});

export const trainClassifier = endpoint({
  name: 'trainClassifier',
  method: 'POST',
  path: '/api/classifier/train',
  permission: 'settings.manage',
  summary: 'Learn anew from the newest closed tickets; it also happens every night',
  body: z.object({}),
  output: State,
});

export const classifierEndpoints = [getClassifier, trainClassifier] as const;
