const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Breaks to prefer, best first: a paragraph, a line, a sentence, a word. */
const breaks = ['\n\n', '\n', '. ', ' '];

/**
 * Parts of at most `maxLength` UTF-16 units. Cuts at a paragraph, else a line, a sentence, a word, and only then
 * between two characters a person sees; never inside one, unless it alone is longer than a part.
 */
export function splitText(text: string, maxLength: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > maxLength) {
    const end = cutAt(rest, maxLength);
    const part = rest.slice(0, end).trimEnd();
    if (part !== '') parts.push(part);
    rest = rest.slice(end).replace(/^\s+/, '');
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

function cutAt(text: string, maxLength: number): number {
  for (const mark of breaks) {
    const at = text.lastIndexOf(mark, maxLength - mark.length);
    // A break in the first quarter would leave a stub.
    if (at > maxLength / 4) return at + mark.length;
  }
  let end = 0;
  // A grapheme reaches past the cut only if it began before it, so a little context is enough.
  for (const { index, segment } of graphemes.segment(text.slice(0, maxLength + 64))) {
    if (index + segment.length > maxLength) break;
    end = index + segment.length;
  }
  if (end > 0) return end;
  const isLowSurrogate = (text.codePointAt(maxLength - 1) ?? 0) > 0xff_ff;
  return isLowSurrogate ? maxLength - 1 : maxLength;
}
