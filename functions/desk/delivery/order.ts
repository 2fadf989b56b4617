import type { Message, TimelineEntry } from '../../../schemas/timeline.ts';

/** Seconds a message waits for those before it; one that is tried for hours must not hold up all that follow. */
const patienceSeconds = 120;

/**
 * Whether something we wrote into the same chat earlier is still on its way: a picture that uploads slowly, a first try
 * that failed. Sent now, the words would arrive before what they speak of.
 */
export const isBehind = (
  message: Message,
  entries: readonly TimelineEntry[],
  now: string,
): boolean => {
  const waitedMs = Date.parse(now) - Date.parse(message.delivery?.at ?? now);
  if (waitedMs >= patienceSeconds * 1000) return false;
  return entries.some(
    (entry) =>
      entry.type === 'message' &&
      entry.id !== message.id &&
      entry.occurredAt < message.occurredAt &&
      entry.connectionId === message.connectionId &&
      entry.address === message.address &&
      (entry.delivery?.state === 'queued' || entry.delivery?.state === 'sending'),
  );
};
