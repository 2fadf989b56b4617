import { ApiProblem } from '../api/client.ts';
import { texts } from '../texts/texts.ts';

/**
 * What went wrong, in a sentence of the person's language that says what to do: ours for what we know by its
 * code, else the API's own, else that something unforeseen broke and by which number it can be found.
 */
export const sentenceOf = (error: unknown): string => {
  const { problems } = texts.value;
  if (!(error instanceof ApiProblem)) return problems.unexpected;
  const { problem } = error;
  if (problem.code === 'client.offline') return problems.offline;
  const known =
    problems.sentences[`${problem.code}.${problem.detail}`] ?? problems.sentences[problem.code];
  if (known) return known;
  if (problem.status >= 500)
    return problem.requestId
      ? `${problems.unexpected} ${problems.reference(problem.requestId)}`
      : problems.unexpected;
  const [first] = problem.errors ?? [];
  return first ? `${problem.title} ${first.path}: ${first.message}` : problem.title;
};
