import type { AnswerPostback } from '../postback.ts';
import { call } from './call.ts';
import { TelegramCredentials } from './credentials.ts';

/**
 * `answerCallbackQuery` stops the spinner on the button. A query is answered within minutes or not at all: Telegram then
 * says 400 "query is too old".
 * https://core.telegram.org/bots/api#answercallbackquery
 */
export const answerTelegramPostback: AnswerPostback = async ({ answer, secret, bases, fetch }) => {
  const { botToken = '' } = TelegramCredentials.safeParse(secret).data ?? {};
  if (botToken === '') return { kind: 'gone', error: 'telegram: no bot token is set' };
  const bot = { fetch, base: bases.telegram, token: botToken };
  const outcome = await call(bot, 'answerCallbackQuery', { callback_query_id: answer.id });
  if ('result' in outcome) return { kind: 'answered' };
  const { kind, error } = outcome.fault;
  return kind === 'retry' || kind === 'unknown'
    ? { kind: 'retry', error }
    : { kind: 'gone', error };
};
