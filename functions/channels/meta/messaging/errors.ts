import { commonVerdict, type GraphError, type Verdict } from '../verdict.ts';

/** Subcodes of code 10 that mean the window: Messenger's, Instagram's. */
const windowSubcodes: readonly number[] = [2018278, 2534022];
/** "This person isn't available right now", with 551 and with 200. */
const goneSubcode = 1545041;
/** No such person, empty message, file too large: the same message fails again. */
const lastingSubcodes: readonly number[] = [2018001, 2018034, 2018109];

/**
 * Codes of the Send API; what is not here is as everywhere at Meta. One sentence is looked at, because code 200 alone
 * is every missing permission. Source: Messenger Platform, "Error codes".
 */
export function judgeMessaging(error: GraphError): Verdict {
  const { code, subcode = 0, message } = error;
  if (code === 10 && windowSubcodes.includes(subcode)) return 'window-closed';
  if (code === 551 || subcode === goneSubcode) return 'blocked';
  if (code === 200 && /isn.t receiving messages/i.test(message)) return 'blocked';
  if (lastingSubcodes.includes(subcode)) return 'permanent';
  if (code === 1200) return 'retry';
  return commonVerdict(error);
}
