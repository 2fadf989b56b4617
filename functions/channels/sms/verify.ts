import { accepted, refused } from '../answers.ts';
import type { HookRequest, Verification, Verifying } from '../channel.ts';
import { twiml } from '../twilio/answers.ts';
import { TwilioCredentials } from '../twilio/credentials.ts';
import { fieldOf, formOf } from '../twilio/form.ts';
import { twilioFault } from '../twilio/signature.ts';

/** Answers with an empty document: Twilio would send whatever else it says to the person. */
export function verifySms(request: HookRequest, { connection, secret }: Verifying): Verification {
  if (request.method !== 'POST') return refused(405, 'sms.method');
  const { authTokens } = TwilioCredentials.parse(secret);
  const fault = twilioFault(request, authTokens);
  if (fault) return refused(fault === 'unsigned' ? 401 : 403, `sms.${fault}`);
  const accountSid = fieldOf(formOf(request.body), 'AccountSid');
  if (connection.channel !== 'sms' || (accountSid !== '' && accountSid !== connection.accountSid))
    return refused(403, 'sms.other-account');
  const { mid } = request.query;
  return accepted(twiml(), mid === undefined ? {} : { mid });
}
