import type { Send } from '../outgoing.ts';

export const sendMessenger: Send = async () => ({
  kind: 'failed',
  error: 'messenger: not built',
  permanent: false,
});
