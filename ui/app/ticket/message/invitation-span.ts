import type { Language } from '../../../../schemas/primitives.ts';
import type { Invitation } from '../../../../schemas/timeline.ts';

type Moment = { at: Date; isUtc: boolean; isDay: boolean };

const read = (text: string): Moment | undefined => {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', , utc] = match;
  const at = new Date(
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)),
  );
  return { at, isUtc: utc !== undefined, isDay: match[4] === undefined };
};

/**
 * When, for a reader: UTC becomes the reader's own time; a time of a named zone stays as written with the zone's name,
 * since nobody knows what a program means by "W. Europe Standard Time".
 */
export const invitationSpan = (
  { start, end, timeZone }: Pick<Invitation, 'start' | 'end' | 'timeZone'>,
  language: Language,
  ownZone?: string,
): string => {
  const [from, until] = [read(start), read(end)];
  if (!from) return [start, end].filter(Boolean).join(' – ');
  const zone = from.isUtc ? ownZone : 'UTC';
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    ...(!from.isDay && { timeStyle: 'short' as const }),
    ...(zone && { timeZone: zone }),
  });
  // An event of whole days ends before its last date begins (RFC 5545 3.6.1).
  const last = until && from.isDay ? new Date(until.at.getTime() - 1) : until?.at;
  const text = last && last >= from.at ? format.formatRange(from.at, last) : format.format(from.at);
  return from.isUtc || from.isDay || !timeZone ? text : `${text} (${timeZone})`;
};
