import type { AnswerPostback } from '../postback.ts';
import { call, communityOf } from './call.ts';

/** `messages.sendMessageEventAnswer` without an action stops the button's spinner; it is taken for a minute. */
export const answerVkPostback: AnswerPostback = async ({ answer, ...answering }) => {
  const community = communityOf(answering);
  if (!community) return { kind: 'gone', error: 'vk: no token is set' };
  const { user_id: user, peer_id: peer } = answer.data;
  const outcome = await call(community, 'messages.sendMessageEventAnswer', {
    event_id: answer.id,
    user_id: user,
    peer_id: peer,
  });
  if ('response' in outcome) return { kind: 'answered' };
  const { kind, error } = outcome.fault;
  return kind === 'retry' || kind === 'unknown'
    ? { kind: 'retry', error }
    : { kind: 'gone', error };
};
