import * as z from 'zod';
import type { Checking, CheckResult } from '../check.ts';
import { twilioCall } from './account.ts';
import { TwilioCredentials } from './credentials.ts';

const Account = z.object({ friendly_name: z.string().default(''), status: z.string() });
const Numbers = z.object({
  incoming_phone_numbers: z.array(
    z.object({ sms_url: z.string().nullish(), voice_url: z.string().nullish() }),
  ),
});

type Question = Checking & {
  readonly accountSid: string;
  /** E.164; a messaging service has its address elsewhere and is not asked. */
  readonly number: string | undefined;
  readonly field: 'sms_url' | 'voice_url';
};

/** Whether the account's token holds, and whether the number's hook leads to us. */
export async function checkNumber(question: Question): Promise<CheckResult> {
  const { secret, bases, fetch, accountSid, number, field, hookUrl } = question;
  const { authTokens = [] } = TwilioCredentials.safeParse(secret).data ?? {};
  if (authTokens.length === 0) return { state: 'not-set-up' };
  const account = { fetch, base: bases.twilio, accountSid, authTokens };
  const asked = await twilioCall(account, '.json');
  if ('fault' in asked) return failing(asked.fault);
  const found = Account.safeParse(asked.result);
  if (!found.success) return { state: 'failing', error: 'twilio: an answer without an account' };
  const named = { account: found.data.friendly_name.slice(0, 200) || accountSid };
  if (found.data.status !== 'active')
    return { state: 'failing', error: `twilio: the account is ${found.data.status}`, ...named };
  if (number === undefined) return { state: 'working', ...named };
  const query = new URLSearchParams({ PhoneNumber: number }).toString();
  const listed = await twilioCall(account, `/IncomingPhoneNumbers.json?${query}`);
  if ('fault' in listed) return { ...failing(listed.fault), ...named };
  const [own] = Numbers.safeParse(listed.result).data?.incoming_phone_numbers ?? [];
  if (!own) return { state: 'failing', error: `twilio: ${number} is not the account’s`, ...named };
  const hook = (own[field] ?? '').split('#')[0];
  if (hook === hookUrl) return { state: 'working', ...named };
  const error = `twilio: the number calls ${hook || 'nobody'}`.slice(0, 300);
  return { state: 'hook-missing', error, ...named };
}

const failing = (fault: { readonly error: string; readonly isRevoked?: boolean }): CheckResult => ({
  state: fault.isRevoked ? 'revoked' : 'failing',
  error: fault.error.slice(0, 300),
});
