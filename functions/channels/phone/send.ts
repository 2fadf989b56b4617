import type { Send } from '../outgoing.ts';

/** A call is answered by calling back; in writing through the number that the connection names as `replyBy`. */
export const sendPhone: Send = async () => ({
  kind: 'failed',
  error: 'phone: nobody can write to a telephone; call back, or answer by SMS',
  permanent: true,
});
