import type { Language } from '../../../schemas/primitives.ts';
import { type AlertLine, fitting } from '../../desk/alerts/digest.ts';
import { textsFor } from '../../desk/texts/texts.ts';
import { utcMinute } from '../../desk/texts/utc-minute.ts';
import type { Digest } from './alert.ts';

/** Who has more than so many at once needs the screen, not a longer list. */
const mostLines = 200;

/** One alert in a line, without line breaks. */
export const lineOf = (line: AlertLine, language: Language): string =>
  textsFor(language, language)
    .alertLine({ ...line, dueAt: utcMinute(line.dueAt) })
    .replaceAll(/\s+/g, ' ');

type Writing = {
  readonly language: Language;
  /** The most that all lines together may have. */
  readonly characters: number;
  readonly written: (line: string, url: string) => string;
};

/** The words of a digest; what does not fit is counted. */
export const listOf = (
  { lines, url, urlOf }: Digest,
  { language, characters, written }: Writing,
): { readonly subject: string; readonly text: string } => {
  const all = lines.map((line) => written(lineOf(line, language), urlOf(line.ticketId)));
  const { shown, more } = fitting(all, { characters, most: mostLines });
  return textsFor(language, language).alertList({
    count: lines.length,
    late: lines.filter(({ kind }) => kind === 'breached').length,
    lines: shown,
    more,
    url,
  });
};
