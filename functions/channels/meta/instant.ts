import { plausibleInstant } from '../plausible-instant.ts';

/** From here on a number counts milliseconds: as seconds it would be the year 33658. */
const firstMilliseconds = 1e12;

/** WhatsApp counts seconds, Messenger and Instagram milliseconds; each has been seen to do the other. */
export const instantOf = (moment: number | undefined, receivedAt: string): string =>
  plausibleInstant(
    moment !== undefined && moment < firstMilliseconds ? moment * 1000 : moment,
    receivedAt,
  );

/** Receipts later than this say nothing of the order in which messages were written, ms. */
const promptMs = 60_000;

/**
 * A time in whole seconds, ordered within the second by when the message reached us and its place in the delivery:
 * WhatsApp's ids have no order. The later the receipt the later in the second, never beyond it.
 */
export function orderedInstantOf(
  moment: number | undefined,
  receivedAt: string,
  index: number,
): string {
  const at = Date.parse(instantOf(moment, receivedAt));
  const delay = Date.parse(receivedAt) - at;
  const isPrompt = delay > 0 && delay < promptMs;
  const within = (isPrompt ? Math.floor((900 * delay) / (delay + 1000)) : 0) + Math.min(index, 99);
  return at % 1000 === 0 ? instantOf(at + within, receivedAt) : instantOf(at, receivedAt);
}
