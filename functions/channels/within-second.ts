import { plausibleInstant } from './plausible-instant.ts';

/**
 * A provider's time in whole seconds, as an instant. The message's number counts on within the second, so that two
 * messages of one second stay in the order they were written in.
 */
export function withinSecond(
  seconds: number,
  number: string | undefined,
  receivedAt: string,
): string {
  const milliseconds = Number(/\d{1,3}$/.exec(number ?? '')?.[0] ?? 0);
  return plausibleInstant(seconds * 1000 + milliseconds, receivedAt);
}
