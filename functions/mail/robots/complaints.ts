import { headerOf, type ParsedMail } from '../parsed-mail.ts';
import { returnedMessageIds } from './returned-ids.ts';

/** An abuse report (RFC 5965). */
export function readComplaint(
  mail: ParsedMail,
): { reason: string; feedbackType: string; originalMessageIds: string[] } | undefined {
  const part = mail.reportParts.find(({ type }) => type === 'message/feedback-report');
  const informal = isInformal(mail);
  if (!part && !informal && mail.reportType !== 'feedback-report') return undefined;
  const fields = { headers: part?.groups.flat() ?? [] };
  return {
    reason: informal ? 'subject:complaint' : 'report:feedback-report',
    feedbackType:
      headerOf(fields, 'feedback-type')?.toLowerCase() ?? (informal ? 'abuse' : 'other'),
    originalMessageIds: returnedMessageIds(mail),
  };
}

/** Hotmail's junk mail reports have no feedback part. */
function isInformal(mail: ParsedMail): boolean {
  const returned = mail.reportParts.some(({ type }) => type === 'message/rfc822');
  return returned && /^complaint about message from [\d.]{7,15}/i.test(mail.subject);
}
