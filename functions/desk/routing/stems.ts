import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';

/** A word's stem by its script: Cyrillic by the Russian Snowball stemmer, everything else by the English one. */
export const stemOf = (word: string): string =>
  /\p{Script=Cyrillic}/u.test(word) ? russian(word) : english(word);

/** Words in lower case, `ё` as `е`, without what is neither letter nor digit. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A text prepared once for any number of phrases: its stems, set apart by single spaces. */
export const stemmed = (text: string): string => ` ${wordsOf(text).map(stemOf).join(' ')} `;

/** Whether the phrase's stems stand in the prepared text in a row. A phrase without any word is nowhere. */
export const holdsPhrase = (prepared: string, phrase: string): boolean => {
  const wanted = wordsOf(phrase).map(stemOf).join(' ');
  return wanted !== '' && prepared.includes(` ${wanted} `);
};
