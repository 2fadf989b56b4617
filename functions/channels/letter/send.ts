import type { Send } from '../outgoing.ts';

/** No machine posts a letter: `deliver` drafts it and leaves it to people (`functions/entry/deliver/draft-letter.ts`). */
export const sendLetter: Send = async () => ({
  kind: 'failed',
  error: 'letter: printed and posted by people',
  permanent: true,
});
