import type { AnswerPostback } from '../postback.ts';
import { botOf, call } from './call.ts';

/**
 * `answerCallbackQuery` stops the spinner on the button. A query is answered within minutes or not at all: Telegram then
 * says 400 "query is too old".
 * https://core.telegram.org/bots/api#answercallbackquery
 */
export const answerTelegramPostback: AnswerPostback = async ({ answer, ...answering }) => {
  const bot = botOf(answering);
  if (!bot) return { kind: 'gone', error: 'telegram: no bot token is set' };
  const outcome = await call(bot, 'answerCallbackQuery', { callback_query_id: answer.id });
  if ('result' in outcome) return { kind: 'answered' };
  const { kind, error } = outcome.fault;
  return kind === 'retry' || kind === 'unknown'
    ? { kind: 'retry', error }
    : { kind: 'gone', error };
};
