import type { ConnectionOf } from '../../../../schemas/connection.ts';
import { accepted, refused } from '../../answers.ts';
import type { HookRequest, Verification, Verifying } from '../../channel.ts';
import { twiml } from '../../twilio/answers.ts';
import { TwilioCredentials } from '../../twilio/credentials.ts';
import { fieldOf, formOf } from '../../twilio/form.ts';
import { twilioFault } from '../../twilio/signature.ts';
import { goodbye, greeting } from './voice.ts';

/**
 * One address for everything about a call: asked what to say, told how it went, brought recordings. A caller who asks
 * hears our words; what is only told is answered with an empty document.
 */
export function verifyCall(
  request: HookRequest,
  { secret }: Pick<Verifying, 'secret'>,
  connection: ConnectionOf<'phone'> & { readonly provider: 'twilio' },
): Verification {
  const { authTokens } = TwilioCredentials.parse(secret);
  const fault = twilioFault(request, authTokens);
  if (fault) return refused(fault === 'unsigned' ? 401 : 403, `phone.${fault}`);
  const form = formOf(request.body);
  if (fieldOf(form, 'AccountSid') !== connection.accountSid)
    return refused(403, 'phone.other-account');
  const { step, from, to } = request.query;
  if (step === 'done') return { verdict: 'answered', answer: goodbye(connection) };
  const isQuestion =
    step === undefined &&
    fieldOf(form, 'Direction') === 'inbound' &&
    ['CallbackSource', 'RecordingSid', 'TranscriptionSid'].every(
      (one) => fieldOf(form, one) === '',
    );
  const caller = { from: fieldOf(form, 'From'), to: fieldOf(form, 'To') };
  return accepted(isQuestion ? greeting(connection, request.url, caller) : twiml(), {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
}
