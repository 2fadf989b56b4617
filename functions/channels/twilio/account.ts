import * as z from 'zod';
import { networkFault } from '../network-fault.ts';
import type { SendResult } from '../outgoing.ts';
import { twilioFaultOf } from './faults.ts';

/** An account as one connection uses it. */
export type TwilioAccount = {
  readonly fetch: typeof fetch;
  /** `https://api.twilio.com/2010-04-01` or a stand-in, without a slash at the end. */
  readonly base: string;
  readonly accountSid: string;
  /** Both serve while a token is rotated; the first is tried first. */
  readonly authTokens: readonly string[];
};

const timeoutMs = 20_000;

export const basicAuth = (accountSid: string, authToken: string): string =>
  `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

const Refusal = z.object({ code: z.number().optional(), message: z.string().default('') });

export type TwilioOutcome =
  | { readonly result: unknown }
  | { readonly fault: Exclude<SendResult, { kind: 'sent' }> };

/**
 * One request to a resource of the account: a form is posted, nothing is read. The result's shape is the caller's to
 * check.
 */
export async function twilioCall(
  account: TwilioAccount,
  path: string,
  form?: URLSearchParams,
): Promise<TwilioOutcome> {
  const url = `${account.base}/Accounts/${account.accountSid}${path}`;
  let outcome: TwilioOutcome = {
    fault: { kind: 'failed', error: 'twilio: no auth token is set', permanent: false },
  };
  for (const token of account.authTokens) {
    let response: Response;
    try {
      response = await account.fetch(url, {
        method: form ? 'POST' : 'GET',
        headers: { authorization: basicAuth(account.accountSid, token) },
        ...(form && { body: form }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      return { fault: networkFault('twilio', error) };
    }
    outcome = await outcomeOf(response);
    if (response.status !== 401) return outcome;
  }
  return outcome;
}

async function outcomeOf(response: Response): Promise<TwilioOutcome> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return { result: body };
  // It was taken, but what became of it we cannot read.
  if (response.ok) return { fault: { kind: 'unknown', error: `twilio: ${response.status}` } };
  const { code, message } = Refusal.safeParse(body).data ?? { message: '' };
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  return { fault: twilioFaultOf({ status: response.status, code, message, after }) };
}
