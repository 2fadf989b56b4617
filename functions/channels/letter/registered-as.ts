import type { ReceivedLetter } from '../../../schemas/letter.ts';

/** `2026/1043`: offices count from one each year. Case and spaces tell no two letters apart. */
export const registeredAs = ({
  arrivedOn,
  registerNumber,
}: Pick<ReceivedLetter, 'arrivedOn' | 'registerNumber'>): string =>
  `${arrivedOn.slice(0, 4)}/${registerNumber.replace(/\s+/g, ' ').trim().toUpperCase()}`;
