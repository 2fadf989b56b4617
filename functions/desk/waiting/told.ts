import { secondsOf } from '../promises/instance-of.ts';
import type { Expectation } from '../tickets/acknowledgement.ts';
import type { Unknown } from './expected.ts';

/**
 * What the customer is told: the expected time when there is one, be it shorter or longer than the promise, because it
 * is what will happen. Else the promise's target, unless the answer is known to take longer: then no time at all.
 */
export const toldOf = (
  answer: Expectation | Unknown | undefined,
  promised: Expectation | undefined,
  now: string,
): Expectation | undefined => {
  if (answer === undefined) return promised;
  if ('at' in answer) return answer;
  if (promised === undefined) return undefined;
  return secondsOf(promised.at) - secondsOf(now) >= answer.atLeast ? promised : undefined;
};
