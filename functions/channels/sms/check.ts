import type { Check } from '../check.ts';
import { checkNumber } from '../twilio/check-number.ts';

export const checkSms: Check = async (context) => {
  const { connection } = context;
  if (connection.channel !== 'sms') return { state: 'not-checked' };
  const { accountSid, from } = connection;
  const number = from.startsWith('+') ? from : undefined;
  return checkNumber({ ...context, accountSid, number, field: 'sms_url' });
};
