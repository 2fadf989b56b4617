import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a code is good for; a code of one purpose never verifies for another. */
export type CodePurpose = 'reply' | 'subject' | 'body' | 'agent';

/** Some mail systems lower-case local parts, so there are no capitals. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

export interface CodeSubject {
  readonly purpose: CodePurpose;
  readonly ticketNumber: string;
  /** For `reply`: our mailbox without plus part, in lower case; for `agent` what else it is bound to. */
  readonly mailbox?: string;
}

/** The first `length` characters of base32(HMAC-SHA256(secret, what it stands for)). */
export function ticketCode(subject: CodeSubject, secret: string, length: number): string {
  const said = [subject.purpose, subject.ticketNumber, subject.mailbox ?? ''].join('\0');
  const digest = createHmac('sha256', secret).update(said).digest();
  let code = '';
  for (let at = 0; at < length; at++) code += alphabet[fiveBits(digest, at * 5)];
  return code;
}

/** Compares in constant time against every secret that is valid during rotation. */
export function isTicketCode(
  code: string,
  subject: CodeSubject,
  secrets: readonly string[],
): boolean {
  let valid = false;
  for (const secret of secrets) {
    const wanted = Buffer.from(ticketCode(subject, secret, code.length));
    const given = Buffer.from(code.toLowerCase());
    if (wanted.length === given.length && timingSafeEqual(wanted, given)) valid = true;
  }
  return valid;
}

function fiveBits(digest: Buffer, bit: number): number {
  const at = bit >> 3;
  const word = ((digest[at] ?? 0) << 8) | (digest[at + 1] ?? 0);
  return (word >> (11 - (bit & 7))) & 31;
}
