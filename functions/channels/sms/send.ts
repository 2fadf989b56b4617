import type { Send } from '../outgoing.ts';

export const sendSms: Send = async () => ({
  kind: 'failed',
  error: 'sms: not built',
  permanent: false,
});
