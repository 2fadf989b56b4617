import type * as z from 'zod';
import { describedFault } from '../meta/graph.ts';
import { commonVerdict, type GraphError, type Verdict } from '../meta/verdict.ts';
import type { WhatsAppError } from './message.ts';

/**
 * The Cloud API's own codes; what is not here is as everywhere at Meta. Retried: rate and pair limits, slow-downs,
 * registration under way, media that could not be uploaded, "something went wrong", service down.
 * Source: Cloud API, "Error codes".
 */
const verdicts: Readonly<Record<number, Verdict>> = {
  130429: 'slow-down',
  131000: 'retry',
  131016: 'retry',
  131048: 'slow-down',
  131053: 'retry',
  131056: 'retry',
  133016: 'retry',
  131047: 'window-closed',
  // Not on WhatsApp, an old version, or has blocked us: WhatsApp does not say which.
  131026: 'blocked',
  130472: 'permanent',
  131021: 'permanent',
  131031: 'permanent',
  131042: 'permanent',
  131049: 'permanent',
  131050: 'permanent',
  131051: 'permanent',
  131052: 'permanent',
  132000: 'permanent',
  132001: 'permanent',
  132005: 'permanent',
  132007: 'permanent',
  132012: 'permanent',
  132015: 'permanent',
  132016: 'permanent',
  133010: 'permanent',
};

export const judgeWhatsApp = (error: GraphError): Verdict =>
  verdicts[error.code] ?? commonVerdict(error);

/** An error as a status or the account tells it, in the form that a call's answer has. */
export const graphErrorOf = ({
  code,
  title,
  message,
  error_data: data,
}: z.infer<typeof WhatsAppError>): GraphError => ({
  code,
  message: [title ?? message, data?.details].filter((part) => part !== undefined).join(': '),
});

export const describedError = (error: z.infer<typeof WhatsAppError>): string =>
  describedFault('whatsapp', graphErrorOf(error));
