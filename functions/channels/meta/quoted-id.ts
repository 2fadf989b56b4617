import type { Outgoing } from '../outgoing.ts';
import type { Answered } from './graph.ts';

/** The message to show ours as an answer to: what the agent answered, else the customer's newest, of this channel. */
export function quotedId({ message, answered }: Outgoing): string | undefined {
  if (message.inReplyTo !== undefined) return message.inReplyTo;
  const isHere =
    answered?.channel === message.channel && answered.connectionId === message.connectionId;
  return isHere && answered.deletedAt === undefined ? answered.externalId : undefined;
}

/** Invalid parameter, at the Graph API and in WhatsApp's words. */
const parameterCodes: readonly (number | undefined)[] = [100, 131_008, 131_009];

/**
 * Whether a refusal may be for the quote's sake: what is quoted may be gone or too old. Nothing was sent, and the answer
 * matters more than what it is shown under.
 */
export const mayBeForQuote = (answer: object): boolean =>
  isRefusal(answer) &&
  answer.fault.kind === 'failed' &&
  parameterCodes.includes(answer.error?.code);

type Refusal = Extract<Answered, { readonly fault: unknown }>;
const isRefusal = (answer: object): answer is Refusal => 'fault' in answer;
