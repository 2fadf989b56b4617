import { parseMessageIds } from '../parse/message-ids.ts';
import { headersOf, type ParsedMail } from '../parsed-mail.ts';
import { normalizeMessageId } from '../threading/normalize-message-id.ts';

/**
 * Ids of the mail that a report is about, best evidence first: the returned mail's own fields, a
 * Message-ID line in prose, then what the report itself answers. Normalized for look-up.
 */
export function returnedMessageIds(mail: ParsedMail): string[] {
  const returned = mail.reportParts
    .filter(({ type }) => /rfc822|global|partial/.test(type) && !type.includes('status'))
    .map(({ groups }) => ({ headers: groups[0] ?? [] }));
  const ids = [
    ...returned.flatMap((headers) => headersOf(headers, 'message-id')).flatMap(parseMessageIds),
    ...mail.reportParts
      .flatMap(({ groups }) => groups.flat())
      .filter(({ name }) => /^(?:x-)?original-message-id$/i.test(name))
      .flatMap(({ value }) => parseMessageIds(value)),
    ...idsInProse(mail.text),
    ...mail.inReplyTo,
    ...mail.references.toReversed(),
    ...returned.flatMap((headers) => headersOf(headers, 'references')).flatMap(parseMessageIds),
  ];
  return [...new Set(ids.map(normalizeMessageId))].filter((id) => id !== mail.messageId);
}

/** Many MTAs return the mail or its fields as plain text. */
function idsInProse(text: string): string[] {
  const ids: string[] = [];
  const line = /^[>|\s]{0,8}message-id\s{0,3}:\s{0,10}<([^<>\s]{1,998})>/gim;
  for (const match of text.slice(0, 200_000).matchAll(line)) {
    ids.push(match[1] as string);
    if (ids.length >= 10) break;
  }
  return ids;
}
