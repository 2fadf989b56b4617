import { parseMessageIds } from '../parse/message-ids.ts';
import { headersOf, type ParsedMail } from '../parsed-mail.ts';
import { normalizeMessageId } from '../threading/normalize-message-id.ts';
import { returnedMessageIds } from './returned-ids.ts';

/** A disposition notification (RFC 8098): read, or deleted unread. */
export function readReceipt(
  mail: ParsedMail,
): { reason: string; originalMessageIds: string[] } | undefined {
  const part = mail.reportParts.find(({ type }) => type === 'message/disposition-notification');
  if (!part && mail.reportType !== 'disposition-notification') return undefined;
  const said = headersOf({ headers: part?.groups.flat() ?? [] }, 'original-message-id');
  const ids = said.flatMap(parseMessageIds).map(normalizeMessageId);
  return {
    reason: 'report:disposition-notification',
    originalMessageIds: [...new Set([...ids, ...returnedMessageIds(mail)])],
  };
}
