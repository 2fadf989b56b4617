import type { Send } from '../outgoing.ts';

export const sendOk: Send = async () => ({
  kind: 'failed',
  error: 'ok: not built',
  permanent: false,
});
