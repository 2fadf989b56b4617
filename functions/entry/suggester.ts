import type { Suggestion } from '../../schemas/classifier.ts';
import { Language } from '../../schemas/primitives.ts';
import type { RoutingSample } from '../desk/routing/sample.ts';
import { log } from '../observe/log.ts';
import type { ObjectStore } from '../storage/object-store.ts';
import { readModel } from './suggestion-models.ts';

/** Which topic the model of the message's language would choose. */
export type Suggester = (
  sample: Pick<RoutingSample, 'language' | 'subject' | 'body'>,
) => Suggestion | undefined;

type Loading = { readonly files: Pick<ObjectStore, 'get'>; readonly language: Language };

/**
 * The models as last trained; undefined while there are none. A suggestion is a help: whatever is wrong with a model is
 * logged, and the desk goes on without it.
 */
export const loadSuggester = async ({
  files,
  language,
}: Loading): Promise<Suggester | undefined> => {
  try {
    const models = await Promise.all(Language.options.map((one) => readModel(files, one)));
    const found = models.filter((model) => model !== undefined);
    if (found.length === 0) return undefined;
    const { suggestBy } = await import('./intake/suggest.lazy.ts');
    const byLanguage = new Map(found.map((model) => [model.language, suggestBy(model)]));
    return (sample) => byLanguage.get(sample.language ?? language)?.(sample);
  } catch (error) {
    log.error('suggestion.load.failed', {}, error);
    return undefined;
  }
};
