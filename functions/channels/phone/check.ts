import type { Check } from '../check.ts';
import { checkNumber } from '../twilio/check-number.ts';
import { WebhookCredentials } from '../webhook/credentials.ts';

/** Twilio can be asked; of a call log only its secret is known, of Amazon Connect its traffic. */
export const checkPhone: Check = async (context) => {
  const { connection, secret } = context;
  if (connection.channel === 'phone' && connection.provider === 'twilio') {
    const { accountSid, number } = connection;
    return checkNumber({ ...context, accountSid, number, field: 'voice_url' });
  }
  const isLog = connection.channel === 'phone' && connection.provider === 'call-log';
  const { secrets = [] } = WebhookCredentials.safeParse(secret).data ?? {};
  return { state: isLog && secrets.length === 0 ? 'not-set-up' : 'not-checked' };
};
