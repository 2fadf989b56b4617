import type { OutboundJob } from '../../../schemas/queue.ts';
import { postbackAnswers } from '../../channels/registry/postback-answers.ts';
import { log } from '../../observe/log.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { again, finished, type Next } from './next.ts';

/** The press itself is on the ticket already; after so many tries the person has long looked away. */
const triesMax = 3;
const retrySeconds = 3;

/** Stops the spinner of a pressed button. */
export async function answerPostback(
  deps: DeliverDeps,
  { channel, answer }: Extract<OutboundJob, { kind: 'postback' }>,
  receiveCount: number,
): Promise<Next> {
  const answerIt = postbackAnswers[channel];
  if (!answerIt) return finished;
  const { connectionId } = answer;
  const { bases, fetch } = deps;
  const secret = await deps.secretOf(connectionId);
  const result = await answerIt({ answer, secret, bases, fetch });
  const fields = { channel, connectionId, outcome: result.kind };
  if (result.kind === 'answered') log.info('deliver.postback.answered', fields);
  else log.warn('deliver.postback.not-answered', fields);
  return result.kind === 'retry' && receiveCount < triesMax ? again(retrySeconds) : finished;
}
