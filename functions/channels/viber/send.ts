import type { Send } from '../outgoing.ts';

export const sendViber: Send = async () => ({
  kind: 'failed',
  error: 'viber: not built',
  permanent: false,
});
