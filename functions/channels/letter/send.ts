import type { Send } from '../outgoing.ts';

export const sendLetter: Send = async () => ({
  kind: 'failed',
  error: 'letter: not built',
  permanent: false,
});
