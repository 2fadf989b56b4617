/** The table's TTL attribute: epoch seconds. Removal follows within days, so readers of short-lived items look at it too. */
export const secondsAfter = (now: string, seconds: number): number =>
  Math.ceil(Date.parse(now) / 1000) + seconds;
