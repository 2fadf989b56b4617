import { createHash } from 'node:crypto';
import { encodeAddress, encodeAddresses, MailNotComposable } from './compose/encode-address.ts';
import { encodeText, foldHeader } from './compose/header-words.ts';
import { htmlFromText } from './compose/html-from-text.ts';
import { cleanId, filePart, multipart, type OutgoingFile, textPart } from './compose/mime-tree.ts';
import {
  paragraphs,
  type QuotedHistory,
  withHtmlHistory,
  withTextHistory,
} from './compose/quote-history.ts';
import type { MailAddress } from './parsed-mail.ts';
import { loopHeader } from './robots/own-loops.ts';

export interface OutgoingMail {
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  /** Usually `replyAddress(…)`. */
  readonly replyTo?: MailAddress;
  /** As it shall stand; see `answerSubject`. */
  readonly subject: string;
  /** ISO 8601. SES writes its own Date over it. */
  readonly date: string;
  /** Our own id without brackets; SES puts its own over it, so it also leads the References. */
  readonly messageId: string;
  readonly inReplyTo?: string;
  /** The customer's ids, oldest first. */
  readonly references?: readonly string[];
  readonly text: string;
  /** Sanitized; made from the text if absent. */
  readonly html?: string;
  readonly files?: readonly OutgoingFile[];
  /** From `bodyReference`. */
  readonly reference?: string;
  readonly quoted?: QuotedHistory;
  /** Identifies this installation; see `loopHeader`. */
  readonly loopId: string;
  /** RFC 3834: an answer no person wrote, or a notification; absent on agents' replies. */
  readonly automatic?: 'auto-replied' | 'auto-generated';
  /** Such as List-Unsubscribe; ASCII. None that this function writes itself. */
  readonly extraHeaders?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * The raw mail, 7-bit, CRLF, no line over 998 bytes: text and HTML, pictures, files. Pure: the
 * boundaries come from the message id. No value can add a header.
 * @throws MailNotComposable
 */
export function composeMail(mail: OutgoingMail): Uint8Array {
  if (mail.to.length === 0) throw new MailNotComposable('mail.no-recipient', 'Nobody to send to.');
  const seed = createHash('sha256').update(mail.messageId).digest('hex').slice(0, 24);
  const content = bodyOf(mail, seed);
  const lines = [...headersOfMail(mail), 'MIME-Version: 1.0', ...content.headers, '', content.body];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

function bodyOf(mail: OutgoingMail, seed: string): ReturnType<typeof multipart> {
  const files = mail.files ?? [];
  // A robot's text may hold what a stranger typed: nothing in it becomes a link of ours.
  const html = mail.html ?? (mail.automatic ? paragraphs(mail.text) : htmlFromText(mail.text));
  const written = multipart(
    'alternative',
    [
      textPart('plain', withTextHistory(mail.text, mail.reference, mail.quoted)),
      textPart('html', withHtmlHistory(html, mail.reference, mail.quoted)),
    ],
    seed,
  );
  const shown = files.filter((file) => file.contentId !== undefined).map(filePart);
  const attached = files.filter((file) => file.contentId === undefined).map(filePart);
  const related = multipart('related', [written, ...shown], seed);
  return multipart('mixed', [related, ...attached], seed);
}

function headersOfMail(mail: OutgoingMail): string[] {
  const cc = mail.cc ?? [];
  return [
    foldHeader('From', encodeAddress(mail.from)),
    foldHeader('To', encodeAddresses(mail.to)),
    ...(cc.length > 0 ? [foldHeader('Cc', encodeAddresses(cc))] : []),
    ...(mail.replyTo ? [foldHeader('Reply-To', encodeAddress(mail.replyTo))] : []),
    foldHeader('Subject', encodeText(mail.subject.slice(0, 1_000))),
    `Date: ${new Date(mail.date).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${cleanId(mail.messageId)}>`,
    ...(mail.inReplyTo ? [foldHeader('In-Reply-To', `<${cleanId(mail.inReplyTo)}>`)] : []),
    foldHeader('References', referencesOf(mail)),
    foldHeader(loopHeader, encodeText(mail.loopId)),
    ...(mail.automatic
      ? [`Auto-Submitted: ${mail.automatic}`, 'X-Auto-Response-Suppress: All', 'Precedence: bulk']
      : []),
    ...(mail.extraHeaders ?? []).map(extraHeader),
  ];
}

/** Our own id first, the customer's first, and the last twenty: iOS and Exchange cut the middle. */
function referencesOf(mail: OutgoingMail): string {
  const given = (mail.references ?? []).map(cleanId).filter((id) => id !== '' && id.length < 900);
  const theirs = [...new Set(given)].filter((id) => /^[\x21-\x7e]+$/.test(id));
  const kept = theirs.length > 21 ? [theirs[0] as string, ...theirs.slice(-20)] : theirs;
  return [cleanId(mail.messageId), ...kept].map((id) => `<${id}>`).join(' ');
}

const written =
  /^(?:from|to|cc|bcc|reply-to|subject|date|message-id|in-reply-to|references|mime-version|content-.*|auto-submitted|precedence|x-auto-response-suppress|x-firstline-loop|sender|return-path)$/i;

function extraHeader({ name, value }: { name: string; value: string }): string {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(name) || written.test(name)) {
    throw new MailNotComposable(
      'mail.bad-header',
      `The header ${name.slice(0, 60)} is not allowed.`,
    );
  }
  return foldHeader(name, encodeText(value));
}
