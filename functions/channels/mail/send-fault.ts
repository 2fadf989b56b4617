import type { SendResult } from '../outgoing.ts';

/** What SES's API says about rate and quota; all of them mean "later". */
const throttled = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'Throttling',
  'LimitExceededException',
  'SlowDown',
]);
/** The words or the address are refused; a repetition would be too. */
const refused = new Set(['MessageRejected', 'BadRequestException', 'InvalidParameterValue']);
/** Our account or domain: an operator mends it, then the message can be sent again. */
const ours = new Set([
  'SendingPausedException',
  'AccountSuspendedException',
  'MailFromDomainNotVerifiedException',
  'NotFoundException',
]);
/** The request never left. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CredentialsProviderError']);

type SdkError = {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
};

/** A used-up daily quota comes back bit by bit over the day; the rate follows the usual waits. */
const quotaSeconds = 6 * 3600;

/**
 * What a failed SendEmail means. SES has no field against repetition: without an answer the mail may have left.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export function sendFault(error: unknown): Exclude<SendResult, { kind: 'sent' }> {
  const { name = 'Error', message = '', code = '', $metadata } = (error ?? {}) as SdkError;
  const told = `mail: ${name} ${message}`.slice(0, 300);
  if (throttled.has(name)) {
    const isQuota = /daily|quota/i.test(message);
    return { kind: 'retry', error: told, ...(isQuota && { afterSeconds: quotaSeconds }) };
  }
  if (refused.has(name)) return { kind: 'failed', error: told, permanent: true };
  if (ours.has(name)) return { kind: 'failed', error: told, permanent: false };
  if (neverLeft.has(code) || neverLeft.has(name)) return { kind: 'retry', error: told };
  if ($metadata?.httpStatusCode !== undefined) return { kind: 'retry', error: told };
  return { kind: 'unknown', error: told };
}
