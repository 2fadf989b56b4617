import { PhoneNumber } from '../../../schemas/primitives.ts';
import { plainText } from '../plain-text.ts';

/** What networks send when the caller hides: words, and the same words typed on a keypad. */
const withheld: ReadonlySet<string> = new Set([
  'anonymous',
  'private',
  'restricted',
  'unavailable',
  'unknown',
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
  '+86282452253',
]);

/** A caller's number as E.164, or as the network gave it (`12345`, an extension); undefined when it was withheld. */
export function phoneNumber(given: string | undefined): string | undefined {
  const text = plainText(given ?? '');
  if (text === '' || withheld.has(text.toLowerCase())) return undefined;
  const digits = text.replace(/[\s().-]/g, '').replace(/^00(?=[1-9])/, '+');
  return PhoneNumber.safeParse(digits).success ? digits : text.slice(0, 40);
}
