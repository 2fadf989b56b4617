import type { Send } from '../outgoing.ts';

export const sendInstagram: Send = async () => ({
  kind: 'failed',
  error: 'instagram: not built',
  permanent: false,
});
