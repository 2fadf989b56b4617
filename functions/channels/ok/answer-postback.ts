import type { AnswerPostback } from '../postback.ts';
import { call, groupOf } from './call.ts';

/** Tells OK that a press was heard, without changing what the buttons hang on. */
export const answerOkPostback: AnswerPostback = async ({ answer, ...answering }) => {
  const group = groupOf(answering);
  if (!group) return { kind: 'gone', error: 'ok: no token is set' };
  const chat = encodeURIComponent(answer.data['chat'] ?? '');
  const outcome = await call(group, `${chat}/answer`, {
    query: { callbackId: answer.id },
    body: {},
  });
  if ('answer' in outcome) return { kind: 'answered' };
  const { kind, error } = outcome.fault;
  return kind === 'retry' || kind === 'unknown'
    ? { kind: 'retry', error }
    : { kind: 'gone', error };
};
