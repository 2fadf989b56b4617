/** What a clerk types of one letter; files are kept apart. Dates as the browser's date fields have them: `2026-11-22`. */
export type LetterFields = {
  connectionId: string;
  registerNumber: string;
  arrivedOn: string;
  postmarkedOn: string;
  senderName: string;
  address: string;
  ticketNumber: string;
  /** Of the ticket found: part of it, or only the same person. */
  goesTo: 'ticket' | 'person';
  topic: string;
  subject: string;
  text: string;
  isConfidential: boolean;
};

/** What is wrong with a field, by the name of the sentence that says so. */
type Wrong = 'required' | 'addressTooLong' | 'future' | 'badNumber';

/** Today where the clerk sits. */
export const dayOf = (now: number): string => {
  const at = new Date(now);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

export const emptyLetter = (connectionId: string, now: number): LetterFields => ({
  connectionId,
  registerNumber: '',
  arrivedOn: dayOf(now),
  postmarkedOn: '',
  senderName: '',
  address: '',
  ticketNumber: '',
  goesTo: 'ticket',
  topic: '',
  subject: '',
  text: '',
  isConfidential: false,
});

/** `2026-0041` → `2026-0042`: clerks enter a pile in the order of its numbers. */
export const nextNumber = (number: string): string =>
  number.replace(/\d+$/, (digits) => String(BigInt(digits) + 1n).padStart(digits.length, '0'));

/** The next letter of the pile: same office, same day, next number. */
export const following = (last: LetterFields, now: number): LetterFields => ({
  ...emptyLetter(last.connectionId, now),
  arrivedOn: last.arrivedOn,
  registerNumber: nextNumber(last.registerNumber),
});

/** What was kept on this device: the day of a letter not yet begun is today's, and its office must still be there. */
export const restored = (
  kept: LetterFields | undefined,
  offices: readonly string[],
  now: number,
): LetterFields => {
  const empty = emptyLetter(offices[0] ?? '', now);
  if (!kept || !offices.includes(kept.connectionId))
    return { ...empty, ...kept, connectionId: empty.connectionId };
  const isBegun = [kept.senderName, kept.address, kept.subject, kept.text].some(Boolean);
  return { ...empty, ...kept, arrivedOn: isBegun ? kept.arrivedOn : empty.arrivedOn };
};

export const linesOf = (address: string): string[] =>
  address
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `RegisterNumber` of `schemas/letter.ts`, which would bring all of zod along. */
const numberPattern = /^[\p{L}\p{N}][\p{L}\p{N} ./_-]{0,39}$/u;

/** Fields that need another look before the letter can be saved, in the order of the page. */
export const wrongFields = (
  fields: LetterFields,
  now: number,
): readonly [field: keyof LetterFields, wrong: Wrong][] => {
  const wrong: [keyof LetterFields, Wrong][] = [];
  const need = (field: 'registerNumber' | 'arrivedOn' | 'senderName' | 'address' | 'subject') => {
    if (fields[field].trim() === '') wrong.push([field, 'required']);
  };
  need('registerNumber');
  if (fields.registerNumber.trim() !== '' && !numberPattern.test(fields.registerNumber.trim()))
    wrong.push(['registerNumber', 'badNumber']);
  need('arrivedOn');
  if (fields.arrivedOn > dayOf(now)) wrong.push(['arrivedOn', 'future']);
  need('senderName');
  need('address');
  const lines = linesOf(fields.address);
  if (lines.length > 5 || lines.some((line) => line.length > 60))
    wrong.push(['address', 'addressTooLong']);
  need('subject');
  return wrong;
};

const key = 'firstline.letter';

export const readLetter = (): LetterFields | undefined => {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as LetterFields | null) ?? undefined;
  } catch {
    return undefined;
  }
};

export const keepLetter = (fields: LetterFields): void => {
  try {
    localStorage.setItem(key, JSON.stringify(fields));
  } catch {
    // A full or forbidden storage must not keep anyone from entering letters.
  }
};
