import type { Language } from '../../schemas/primitives.ts';

/** Letters looked at; the beginning of a message tells. */
const considered = 2000;
/** Fewer letters than this tell nothing ("ok", "+1"). */
const enough = 6;

/** The language of the desk that a text is nearest to by its script; undefined when there is too little of it. */
export function languageOf(text: string): Language | undefined {
  const beginning = text.slice(0, considered);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  if (letters < enough) return undefined;
  const cyrillic = beginning.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  return cyrillic * 2 > letters ? 'ru' : 'en';
}
