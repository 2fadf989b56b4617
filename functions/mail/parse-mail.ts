import { sanitizeHtml } from './html/sanitize-html.ts';
import { mailLimits } from './limits.ts';
import { readTree } from './mime/read-tree.ts';
import { repairBytes } from './mime/repair-bytes.ts';
import { assembleBody } from './parse/assemble-body.ts';
import { summarizeCalendar } from './parse/calendar.ts';
import { collectParts } from './parse/collect-parts.ts';
import { draftAttachments, finishAttachments, imageFinder } from './parse/make-attachments.ts';
import { readEnvelopeFields } from './parse/read-fields.ts';
import { readReports } from './parse/read-reports.ts';
import { MailUnreadable, type ParsedMail } from './parsed-mail.ts';
import { foldQuote } from './quotes/fold-quote.ts';
import { bareSubject } from './threading/subject.ts';

/**
 * Reads any mail, however broken; what was odd is named in `problems`. Pure: bytes in, data out.
 * @throws MailUnreadable only for no bytes, more than 40 MB, or an error of ours (with its cause).
 */
export function parseMail(raw: Uint8Array): ParsedMail {
  if (raw.length > mailLimits.rawBytes) {
    throw new MailUnreadable('mail.too-large', `The mail has ${raw.length} bytes.`);
  }
  const view = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const problems = new Set<string>();
  try {
    const bytes = repairBytes(view, problems);
    if (bytes.length === 0) throw new MailUnreadable('mail.empty', 'The mail has no bytes.');
    return read(bytes, problems);
  } catch (cause) {
    if (cause instanceof MailUnreadable) throw cause;
    throw new MailUnreadable('mail.broken', 'The mail could not be read.', { cause });
  }
}

function read(bytes: Buffer, problems: Set<string>): ParsedMail {
  const tree = readTree(bytes);
  for (const problem of tree.problems) problems.add(problem);
  const parts = collectParts(tree.root);
  const body = assembleBody(bytes, parts.body, problems);
  const { drafts, tnef } = draftAttachments(bytes, parts.files, problems);
  drafts.push(
    ...body.uuencoded.map(({ name, content }) => ({
      name,
      type: 'application/octet-stream',
      content,
    })),
  );
  const html = body.html ?? (body.text.trim() === '' ? tnef?.html : undefined);
  const text = body.text.trim() === '' ? (tnef?.text ?? body.text) : body.text;
  const clean = html === undefined ? undefined : sanitizeHtml(html, imageFinder(drafts));
  for (const problem of clean?.problems ?? []) problems.add(problem);
  const attachments = finishAttachments(drafts, clean?.shown ?? new Set());
  const invitation = attachments.find(({ kind }) => kind === 'calendar');
  const calendar = invitation && summarizeCalendar(Buffer.from(invitation.content).toString());
  const fields = readEnvelopeFields(tree.root.headers, problems);
  const fold = foldQuote(text, {
    subject: fields.subject,
    quoteAt: body.quoteAt,
    isFirstContact: answersNothing(fields),
  });
  const reportType = tree.root.contentType.params.get('report-type')?.toLowerCase();
  return {
    ...fields,
    text,
    visibleText: fold.visibleText,
    ...(fold.quotedFrom !== undefined && { quotedFrom: fold.quotedFrom }),
    ...(clean && { html: clean.html }),
    attachments,
    ...(calendar && { calendar }),
    ...(reportType !== undefined && { reportType }),
    reportParts: readReports(bytes, parts.reports, problems),
    flags: {
      signed: parts.signed || /^-----BEGIN PGP SIGNED MESSAGE-----/m.test(text),
      encrypted: parts.encrypted || /^-----BEGIN PGP MESSAGE-----/m.test(text),
      truncated: [...problems].some((problem) => /^too-|-too-/.test(problem)),
      remoteImages: clean?.remoteImages ?? false,
    },
    problems: [...problems],
    markers: [...new Set([...body.markers, ...fold.markers])],
  };
}

function answersNothing(fields: Pick<ParsedMail, 'inReplyTo' | 'references' | 'subject'>): boolean {
  if (fields.inReplyTo.length > 0 || fields.references.length > 0) return false;
  return bareSubject(fields.subject) === fields.subject.replace(/\s+/g, ' ').trim();
}
