/** Text from a chat as we keep it: valid Unicode, LF line ends, no NUL and other controls but tab. */
export function plainText(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- controls are what is removed
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
      .trim()
  );
}

/** Turn the direction of what follows them, also in the list around a subject. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/** The first line, cut between characters a person sees as one; for channels without a subject. */
export function subjectOf(text: string, maxLength = 80): string {
  const line =
    text
      .split('\n')
      .find((candidate) => candidate.trim() !== '')
      ?.replaceAll(directions, '')
      .trim() ?? '';
  return cut(line, maxLength);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `maxLength` UTF-16 units, the last of them `…` when something was cut off. */
export function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, maxLength + 64))) {
    if (index + segment.length > maxLength - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
