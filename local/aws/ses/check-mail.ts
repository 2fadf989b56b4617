import { AwsError } from '../gateway/aws-error.ts';
import { onceOnly } from './header-rules.ts';
import type { RawMail } from './raw-mail.ts';

const maximumRecipients = 50;
/** 40 MB after base64, SES v2 quotas. */
const maximumBytes = 40 * 1024 * 1024;
/** RFC 5322 §2.1.1, without the line end. */
const maximumLine = 998;

/** @throws AwsError BadRequestException for what SES would not take. */
export function checkMail(raw: Buffer, mail: RawMail, recipients: readonly string[]): void {
  if (recipients.length === 0) throw bad('No recipients in the request.');
  if (recipients.length > maximumRecipients)
    throw bad(`Recipient count exceeds ${maximumRecipients}.`);
  const strange = recipients.find((address) => !/^[^\s@<>]+@[^\s@<>]+$/.test(address));
  if (strange !== undefined) throw bad('Illegal address');
  if (raw.length > maximumBytes) {
    throw bad(`Maximum message size exceeded: ${raw.length} > ${maximumBytes}`);
  }
  const seen = new Set<string>();
  for (const { name } of mail.fields) {
    const lower = name.toLowerCase();
    if (onceOnly.has(lower) && seen.has(lower)) throw bad(`Duplicate header '${name}'.`);
    seen.add(lower);
  }
  if (!seen.has('from')) throw bad("Missing required header 'From'.");
  checkLines(raw);
}

function checkLines(raw: Buffer): void {
  let start = 0;
  while (start < raw.length) {
    const found = raw.indexOf(10, start);
    const end = found === -1 ? raw.length : found;
    const length = end - start - (raw[end - 1] === 13 ? 1 : 0);
    if (length > maximumLine) throw bad(`A line of ${length} bytes exceeds ${maximumLine}.`);
    start = end + 1;
  }
}

export function bad(text: string): AwsError {
  return new AwsError('BadRequestException', text);
}
