import { createHash } from 'node:crypto';
import type { ReceivedMail } from '../../../schemas/queue.ts';
import type { StoryFile } from './story.ts';

/** A customer's mail as it is to be made. */
export type Letter = {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  readonly html?: string;
  readonly files?: readonly StoryFile[];
  readonly inReplyTo?: string;
  readonly headers?: readonly string[];
  readonly isSpam?: boolean;
};

export type MadeMail = { readonly id: string; readonly raw: Buffer; readonly job: ReceivedMail };

/** RFC 2047: at most 75 characters a word, so names and subjects are cut between characters. */
const encodedWords = (text: string): string => {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const pieces = text.match(/.{1,12}/gsu) ?? [];
  return pieces
    .map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`)
    .join('\r\n ');
};

const base64Lines = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,76}/g, '$&\r\n')
    .trimEnd();

/** Header lines, an empty line, content: a part of a mail, or all of it below its own header. */
type Part = { readonly head: readonly string[]; readonly body: string };

const textPart = (type: 'plain' | 'html', text: string): Part => ({
  head: [`Content-Type: text/${type}; charset=UTF-8`, 'Content-Transfer-Encoding: base64'],
  body: base64Lines(Buffer.from(text.replaceAll('\n', '\r\n'))),
});

const filePart = ({ name, type, content, contentId }: StoryFile): Part => ({
  head: [
    `Content-Type: ${type}; name="${encodedWords(name)}"`,
    `Content-Disposition: ${contentId ? 'inline' : 'attachment'}; filename="${encodedWords(name)}"`,
    ...(contentId ? [`Content-ID: <${contentId}>`] : []),
    'Content-Transfer-Encoding: base64',
  ],
  body: base64Lines(content),
});

const multipart = (kind: string, parts: readonly Part[], boundary: string): Part => {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const inner = parts.map(
    ({ head, body }) => `--${boundary}\r\n${head.join('\r\n')}\r\n\r\n${body}`,
  );
  return {
    head: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
    body: `${inner.join('\r\n')}\r\n--${boundary}--`,
  };
};

const contentOf = ({ text, html, files = [] }: Letter, id: string): Part => {
  const inline = files.filter(({ contentId }) => contentId !== undefined).map(filePart);
  const others = files.filter(({ contentId }) => contentId === undefined).map(filePart);
  const written =
    html === undefined
      ? [textPart('plain', text)]
      : [
          textPart('plain', text),
          multipart('related', [textPart('html', html), ...inline], `rel_${id}`),
        ];
  return multipart(
    'mixed',
    [multipart('alternative', written, `alt_${id}`), ...others],
    `mix_${id}`,
  );
};

const domainOf = (address: string) => address.split('@').at(-1) ?? '';

/** What SES writes on top of a mail when it stores it; replay and `explain` read it there. */
const receiptHeaders = ({ from, to, at, isSpam }: Letter, id: string): readonly string[] => [
  `Return-Path: <${from.address}>`,
  `Received: from mail.${domainOf(from.address)} (mail.${domainOf(from.address)} [203.0.113.25])`,
  ` by inbound-smtp.eu-central-1.amazonaws.com with SMTP id ${id}`,
  ` for ${to};`,
  ` ${new Date(at).toUTCString().replace('GMT', '+0000 (UTC)')}`,
  `X-SES-Spam-Verdict: ${isSpam ? 'FAIL' : 'PASS'}`,
  'X-SES-Virus-Verdict: PASS',
  `Authentication-Results: amazonses.com; spf=pass smtp.mailfrom=${from.address}; dkim=pass header.i=@${domainOf(from.address)}; dmarc=pass header.from=${domainOf(from.address)}`,
];

/** A customer's mail in its bytes, and the notification that SES sends of it. */
export const makeMail = (letter: Letter, bucketName: string): MadeMail => {
  const { from, to, subject, at, inReplyTo } = letter;
  const id = createHash('sha256')
    .update(`${from.address}|${at}|${subject}`)
    .digest('hex')
    .slice(0, 40);
  const content = contentOf(letter, id.slice(0, 16));
  const raw = [
    ...receiptHeaders(letter, id),
    `Message-ID: <${messageIdOf(letter, id)}>`,
    ...(inReplyTo ? [`In-Reply-To: <${inReplyTo}>`, `References: <${inReplyTo}>`] : []),
    `From: ${from.name ? `${encodedWords(from.name)} ` : ''}<${from.address}>`,
    `To: <${to}>`,
    `Subject: ${encodedWords(subject)}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    ...(letter.headers ?? []),
    'MIME-Version: 1.0',
    ...content.head,
    '',
    content.body,
    '',
  ].join('\r\n');
  return { id, raw: Buffer.from(raw), job: notificationOf(letter, { id, bucketName }) };
};

const messageIdOf = ({ from }: Letter, id: string) =>
  `${id.slice(0, 24)}@mail.${domainOf(from.address)}`;

const notificationOf = (
  { from, to, at, isSpam }: Letter,
  { id, bucketName }: { id: string; bucketName: string },
): ReceivedMail => ({
  notificationType: 'Received',
  mail: { timestamp: at, source: from.address, messageId: id, destination: [to] },
  receipt: {
    timestamp: at,
    recipients: [to],
    spamVerdict: { status: isSpam ? 'FAIL' : 'PASS' },
    virusVerdict: { status: 'PASS' },
    spfVerdict: { status: 'PASS' },
    dkimVerdict: { status: 'PASS' },
    dmarcVerdict: { status: 'PASS' },
    action: { type: 'S3', bucketName, objectKey: `mail/${id}` },
  },
});
