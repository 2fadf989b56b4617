import type { Entry } from '../../state/ticket.ts';

/** What people say to each other; an acknowledgement or a bounce changes nothing that an answer stands on. */
const said: ReadonlySet<string> = new Set(['customer', 'third-party', 'reply']);

/** Whether people said something after the message that an answer stands on. The API decides; this only tells early. */
export const isNewerSaid = (entries: readonly Entry[], answersId: string): boolean => {
  const read = entries.findIndex(({ id }) => id === answersId);
  return (
    read >= 0 &&
    entries.slice(read + 1).some((entry) => entry.type === 'message' && said.has(entry.kind))
  );
};
