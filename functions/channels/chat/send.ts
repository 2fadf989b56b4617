import type { Send } from '../outgoing.ts';

export const sendChat: Send = async () => ({
  kind: 'failed',
  error: 'chat: not built',
  permanent: false,
});
