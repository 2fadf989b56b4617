import { describe, expect, it } from 'vitest';
import { readBatchAnswer } from './batch-answer.ts';

const answer = (payload: unknown) => ({
  kind: 'answer' as const,
  payload: JSON.stringify(payload),
});
const failures = (...itemIdentifiers: unknown[]) =>
  answer({ batchItemFailures: itemIdentifiers.map((itemIdentifier) => ({ itemIdentifier })) });
const error = { errorType: 'E', errorMessage: '', trace: [] };

describe('reading what a batch consumer answered', () => {
  it.each([
    ['an error', { kind: 'error' as const, unhandled: false, error }, 'all'],
    ['nothing', answer(null), 'none'],
    ['no failures', failures(), 'none'],
    ['some failures', failures('b'), new Set(['b'])],
    ['an unknown id', failures('b', 'x'), 'all'],
    ['an empty id', failures(''), 'all'],
    ['something else', answer('ok'), 'none'],
  ])('takes %s as Lambda does', (_, outcome, failed) => {
    expect(readBatchAnswer(outcome, ['a', 'b'], true)).toEqual({ failed });
  });

  it('does not look into the answer when failures are not reported', () => {
    expect(readBatchAnswer(failures('a'), ['a'], false)).toEqual({ failed: 'none' });
  });
});
