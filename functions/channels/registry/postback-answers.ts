import type { HookChannel } from '../../../schemas/primitives.ts';
import { answerOkPostback } from '../ok/answer-postback.ts';
import type { AnswerPostback } from '../postback.ts';
import { answerTelegramPostback } from '../telegram/answer-postback.ts';
import { answerVkPostback } from '../vk/answer-postback.ts';

/** Channels whose buttons wait for an answer of their own form; see `verifiers.ts`. */
export const postbackAnswers: Readonly<Partial<Record<HookChannel, AnswerPostback>>> = {
  telegram: answerTelegramPostback,
  vk: answerVkPostback,
  ok: answerOkPostback,
};
