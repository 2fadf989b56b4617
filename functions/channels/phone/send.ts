import type { Send } from '../outgoing.ts';

export const sendPhone: Send = async () => ({
  kind: 'failed',
  error: 'phone: not built',
  permanent: false,
});
