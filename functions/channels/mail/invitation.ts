import type { Invitation } from '../../../schemas/timeline.ts';
import type { ParsedMail } from '../../mail/parsed-mail.ts';
import { cut, plainText } from '../plain-text.ts';

/** A calendar invitation as the agent sees it; the file itself is kept beside it. */
export function invitationOf({ calendar }: Pick<ParsedMail, 'calendar'>): Invitation | undefined {
  if (!calendar) return undefined;
  const line = (text: string, length: number) => cut(plainText(text), length);
  return {
    method: line(calendar.method, 40),
    title: line(calendar.title, 300),
    start: line(calendar.start, 40),
    end: line(calendar.end, 40),
    timeZone: line(calendar.timeZone, 100),
    location: line(calendar.location, 300),
    organizer: line(calendar.organizer, 320),
  };
}
