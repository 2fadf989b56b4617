/** Seconds to wait after the first, second … try. Twelve tries spread over some seventeen hours. */
const waits = [5, 30, 120, 300, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600];

/** SQS hides a message for twelve hours at most. */
const longestWait = 43_000;

/** Tries before a message is given up as failed; the queue's own limit is higher. */
export const attemptsMax = waits.length + 1;

/**
 * Seconds until the next try: the provider's own wish if it has one, else the schedule, both with up to a tenth more
 * so that messages that failed together do not come back together. `spread` is 0 to 1.
 */
export function waitSeconds(
  attempts: number,
  afterSeconds: number | undefined,
  spread: number,
): number {
  const base = afterSeconds ?? waits[Math.min(attempts, waits.length) - 1] ?? 5;
  return Math.min(longestWait, Math.ceil(base * (1 + spread / 10)));
}
