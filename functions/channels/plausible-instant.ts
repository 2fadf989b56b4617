/** Before any desk of ours; what is older is a clock that was never set. */
const earliest = Date.parse('2000-01-01T00:00:00.000Z');

/**
 * A provider's time (ISO 8601 or epoch milliseconds), or our own when theirs is missing or cannot be. Nothing was
 * said after it reached us: a clock that runs ahead would carry the ticket's clocks into the future with it.
 */
export function plausibleInstant(given: string | number | undefined, receivedAt: string): string {
  const time = typeof given === 'number' ? given : Date.parse(given ?? '');
  const isPossible = time >= earliest && time <= Date.parse(receivedAt);
  return isPossible ? new Date(time).toISOString() : receivedAt;
}
