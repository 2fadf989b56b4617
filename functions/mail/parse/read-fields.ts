import { mailLimits } from '../limits.ts';
import { cleanLine } from '../mime/clean-text.ts';
import type { RawHeader } from '../mime/mime-part.ts';
import type { MailAddress, ParsedMail } from '../parsed-mail.ts';
import { parseAddresses } from './addresses.ts';
import { parseMailDate } from './dates.ts';
import { parseMessageIds } from './message-ids.ts';
import { readable } from './read-reports.ts';

type EnvelopeFields = Pick<
  ParsedMail,
  | 'messageId'
  | 'inReplyTo'
  | 'references'
  | 'from'
  | 'replyTo'
  | 'sender'
  | 'to'
  | 'cc'
  | 'subject'
  | 'date'
  | 'headers'
>;

/** The fields of a mail that say who, to whom, when and about what. */
export function readEnvelopeFields(
  raw: readonly RawHeader[],
  problems: Set<string>,
): EnvelopeFields {
  const headers = raw.map(readable).map(bounded);
  const first = (name: string): string | undefined => rawsOf(raw, name).find((v) => v !== '');
  const addresses = (name: string): MailAddress[] => rawsOf(raw, name).flatMap(parseAddresses);
  const from = pickFrom(addresses('from'), problems);
  const sender = addresses('sender')[0];
  const messageId = parseMessageIds(first('message-id') ?? '')[0] ?? loneId(first('message-id'));
  const written = first('date') ?? first('delivery-date') ?? '';
  const date = parseMailDate(written);
  if (messageId === undefined) problems.add('no-message-id');
  if (date === undefined) problems.add(written === '' ? 'no-date' : 'odd-date');
  const subject = headers.find(({ name }) => name.toLowerCase() === 'subject')?.value;
  if (subject === undefined) problems.add('no-subject');
  return {
    ...(messageId !== undefined && { messageId }),
    inReplyTo: rawsOf(raw, 'in-reply-to').flatMap(parseMessageIds),
    references: rawsOf(raw, 'references').flatMap(parseMessageIds).slice(-mailLimits.references),
    ...(from && { from }),
    replyTo: addresses('reply-to'),
    ...(sender && { sender }),
    to: addresses('to'),
    cc: addresses('cc'),
    subject: (subject ?? '').slice(0, 2_000).toWellFormed(),
    ...(date !== undefined && { date }),
    headers,
  };
}

/** Several From (fields or addresses) are legal and rare; the first real address speaks. */
function pickFrom(from: readonly MailAddress[], problems: Set<string>): MailAddress | undefined {
  const usable = from.find(({ address }) => address.includes('@'));
  if (from.length > 1) problems.add('several-from');
  if (!usable) problems.add(from.length === 0 ? 'no-from' : 'odd-from');
  return usable ?? from[0];
}

function rawsOf(raw: readonly RawHeader[], name: string): string[] {
  return raw.filter((header) => header.name.toLowerCase() === name).map((header) => header.raw);
}

/** An id without brackets and without `@` is still an id to find answers by. */
function loneId(raw: string | undefined): string | undefined {
  const id = cleanLine(raw ?? '').replace(/[<>]/g, '');
  return id !== '' && id.length <= 998 && !id.includes(' ') ? id : undefined;
}

function bounded(header: { name: string; value: string }): { name: string; value: string } {
  if (header.value.length <= mailLimits.headerValueChars) return header;
  return { ...header, value: header.value.slice(0, mailLimits.headerValueChars).toWellFormed() };
}
