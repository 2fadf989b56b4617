/**
 * What a mail says, as plain data. Made by `parseMail` (parse-mail.ts), read by `classify`
 * (classify.ts), `threadingSignals` (threading-signals.ts), intake and the screens.
 */

/** A mailbox as written: `address` has a lower-case domain; '' or without `@` if the sender was odd. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** One header field, unfolded, raw 8-bit and RFC 2047 words decoded; `name` as written. */
export interface MailHeader {
  readonly name: string;
  readonly value: string;
}

export type AttachmentKind =
  | 'regular'
  | 'inline'
  | 'calendar'
  | 'tnef'
  | 'message'
  | 'smime'
  | 'pgp';

export interface MailAttachment {
  /** Never empty, without path parts and control characters. */
  readonly name: string;
  /** Lower-case media type without parameters. */
  readonly type: string;
  /** Bytes after transfer decoding. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Content-ID without angle brackets. */
  readonly contentId?: string;
  /** Shown by the chosen HTML through `cid:`; false for everything a person has to open. */
  readonly inline: boolean;
  readonly kind: AttachmentKind;
  readonly content: Uint8Array;
}

export interface CalendarSummary {
  /** REQUEST, REPLY, CANCEL, PUBLISH …; '' if not said. */
  readonly method: string;
  readonly title: string;
  /** As written in the invitation: `20261122T100000Z`, or local time with `timeZone`. */
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly location: string;
  readonly organizer: string;
}

/** A machine-readable part of a report (RFC 6522): groups of fields set apart by blank lines. */
export interface ReportPart {
  readonly type: string;
  readonly groups: readonly (readonly MailHeader[])[];
  /** The start of the part as text, for reports that keep no form. */
  readonly text: string;
}

export interface MailFlags {
  /** A signature came with it (multipart/signed, S/MIME signed data or inline PGP); not verified. */
  readonly signed: boolean;
  readonly encrypted: boolean;
  /** Something was left out because a bound was reached; `problems` says which. */
  readonly truncated: boolean;
  /** The HTML has pictures on other servers, kept as `data-remote-src`. */
  readonly remoteImages: boolean;
}

export interface ParsedMail {
  /** Without angle brackets. Missing in some real mail. */
  readonly messageId?: string;
  readonly inReplyTo: readonly string[];
  /** Oldest first, as the header has them. */
  readonly references: readonly string[];
  /** The first usable From. */
  readonly from?: MailAddress;
  readonly replyTo: readonly MailAddress[];
  readonly sender?: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly date?: string;
  /** Everything written, valid Unicode, LF line ends. Made from the HTML if no text part says more. */
  readonly text: string;
  /** `text` without the folded quote; never empty when `text` is not. */
  readonly visibleText: string;
  /** UTF-16 offset in `text` where the folded quote begins. */
  readonly quotedFrom?: number;
  /**
   * Sanitized. Pictures that came along: `src="cid:<index in attachments>"`; pictures elsewhere:
   * `data-remote-src="https://…"` and no `src`; a known quote container: `data-quoted=""`.
   */
  readonly html?: string;
  readonly attachments: readonly MailAttachment[];
  readonly calendar?: CalendarSummary;
  /** The `report-type` of a multipart/report, lower-case. */
  readonly reportType?: string;
  readonly reportParts: readonly ReportPart[];
  readonly headers: readonly MailHeader[];
  readonly flags: MailFlags;
  /** What was odd, as stable codes such as `no-message-id` or `charset-guessed:koi8-r`. */
  readonly problems: readonly string[];
  /** Our own reference found in the markup, unverified; see `bodyMarker` of the signals. */
  readonly markers: readonly string[];
}

/** The mail cannot be represented at all; intake makes a ticket with the raw mail attached. */
export class MailUnreadable extends Error {
  override readonly name = 'MailUnreadable';
  readonly code: 'mail.empty' | 'mail.too-large' | 'mail.broken';

  constructor(code: MailUnreadable['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The first header of that name, in any case. */
export function headerOf(
  mail: { headers: readonly MailHeader[] },
  name: string,
): string | undefined {
  const wanted = name.toLowerCase();
  return mail.headers.find((header) => header.name.toLowerCase() === wanted)?.value;
}

/** All headers of that name, topmost first. */
export function headersOf(mail: { headers: readonly MailHeader[] }, name: string): string[] {
  const wanted = name.toLowerCase();
  return mail.headers
    .filter((header) => header.name.toLowerCase() === wanted)
    .map((header) => header.value);
}
