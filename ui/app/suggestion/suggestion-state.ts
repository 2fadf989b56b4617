import { signal } from '@preact/signals';
import type { ClassifierSettings } from '../../../schemas/classifier.ts';
import type { Output } from '../../api/client.ts';
import { complain, say } from '../../parts/toast.tsx';
import { call } from '../../state/desk.ts';
import { makeEditor } from '../settings/editor.ts';
import { words } from './words.ts';

/** What the suggestion may do, as this person edits it. */
export const classifierEditor = makeEditor<ClassifierSettings>({
  read: async () => (await call('getSettings', {})).classifier,
  save: (body) => call('saveClassifier', { body }),
});

type Learned = Output<'getClassifier'>;

/** How right it is, once it was read. */
export const learned = signal<Learned | undefined>(undefined);
export const hasFailed = signal(false);
export const isLearning = signal(false);

export const readLearned = async (): Promise<void> => {
  hasFailed.value = false;
  try {
    learned.value = await call('getClassifier', {});
  } catch (error) {
    hasFailed.value = true;
    complain(error);
  }
};

export const learn = async (): Promise<void> => {
  isLearning.value = true;
  try {
    learned.value = await call('trainClassifier', { body: {} });
    hasFailed.value = false;
    say(words.value.learned);
  } catch (error) {
    complain(error);
  }
  isLearning.value = false;
};
