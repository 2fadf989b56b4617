import { splitText } from '../split-text.ts';

/** Instagram wants less than 1,000 and counts UTF-8 bytes: a Cyrillic letter is two. */
const bytesMax = 999;

/** Parts of at most so many UTF-8 bytes, cut where `splitText` cuts. */
export function splitBytes(text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (Buffer.byteLength(rest) > bytesMax) {
    const [part] = splitText(rest, unitsWithin(rest));
    if (part === undefined) return parts;
    parts.push(part);
    rest = rest.slice(rest.indexOf(part) + part.length).replace(/^\s+/, '');
  }
  return rest === '' ? parts : [...parts, rest];
}

/** How many UTF-16 units from the beginning fit; three bytes are the most a unit can take. */
function unitsWithin(text: string): number {
  let units = Math.min(text.length, bytesMax);
  while (units > bytesMax / 3 && Buffer.byteLength(text.slice(0, units)) > bytesMax) units -= 1;
  return units;
}
