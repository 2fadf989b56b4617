import { plausibleInstant } from '../plausible-instant.ts';

/** From here on a number counts milliseconds: as seconds it would be the year 33658. */
const firstMilliseconds = 1e12;

/** WhatsApp counts seconds, Messenger and Instagram milliseconds; each has been seen to do the other. */
export const instantOf = (moment: number | undefined, receivedAt: string): string =>
  plausibleInstant(
    moment !== undefined && moment < firstMilliseconds ? moment * 1000 : moment,
    receivedAt,
  );
