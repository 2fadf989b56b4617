import { encodeBase64, encodeQuotedPrintable } from './encode-body.ts';
import { encodeParameter } from './encode-parameter.ts';
import { foldHeader, headerSafe } from './header-words.ts';

export interface OutgoingFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** Set for a picture that the HTML shows as `cid:<contentId>`. */
  readonly contentId?: string;
}

/** A part, ready to be written: its headers without the blank line, and its body. */
export interface OutgoingPart {
  readonly headers: readonly string[];
  readonly body: string;
}

export function textPart(subtype: 'plain' | 'html', text: string): OutgoingPart {
  return {
    headers: [
      `Content-Type: text/${subtype}; charset=utf-8`,
      'Content-Transfer-Encoding: quoted-printable',
    ],
    body: encodeQuotedPrintable(text),
  };
}

export function filePart(file: OutgoingFile): OutgoingPart {
  const type = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/i.test(file.type)
    ? file.type
    : unknownType;
  // RFC 2046 forbids base64 for message/*, so a forwarded mail travels as a plain file.
  const safeType = /^(?:message|multipart)\//i.test(type) ? unknownType : type;
  const disposition = file.contentId === undefined ? 'attachment' : 'inline';
  return {
    headers: [
      foldHeader('Content-Type', safeType + encodeParameter('name', file.name)),
      'Content-Transfer-Encoding: base64',
      foldHeader('Content-Disposition', disposition + encodeParameter('filename', file.name)),
      ...(file.contentId === undefined ? [] : [`Content-ID: <${cleanId(file.contentId)}>`]),
    ],
    body: encodeBase64(file.content),
  };
}

/** `=_` occurs in neither quoted-printable nor base64, so no content can hold the boundary. */
export function multipart(
  subtype: 'mixed' | 'alternative' | 'related',
  parts: readonly OutgoingPart[],
  seed: string,
): OutgoingPart {
  if (parts.length === 1) return parts[0] as OutgoingPart;
  const boundary = `=_${subtype}_${seed}`;
  const pieces = parts.map(
    (part) => `--${boundary}\r\n${part.headers.join('\r\n')}\r\n\r\n${part.body}\r\n`,
  );
  return {
    headers: [`Content-Type: multipart/${subtype}; boundary="${boundary}"`],
    body: `${pieces.join('')}--${boundary}--\r\n`,
  };
}

export function cleanId(id: string): string {
  return headerSafe(id).replace(/[<>\s()]/g, '');
}

const unknownType = 'application/octet-stream';
