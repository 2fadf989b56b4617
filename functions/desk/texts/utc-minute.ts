/** `2026-11-22T10:00:00.000Z` → `2026-11-22 10:00 UTC`: for mails, whose reader's zone we do not know. */
export const utcMinute = (instant: string): string =>
  `${instant.slice(0, 16).replace('T', ' ')} UTC`;
