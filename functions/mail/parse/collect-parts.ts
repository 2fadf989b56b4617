import { type MimePart, rawHeaderOf } from '../mime/mime-part.ts';
import { saidFileName } from './file-name.ts';

/** One stretch of the body, in reading order: as text, as HTML, or both. */
export interface BodyPiece {
  text?: MimePart;
  html?: MimePart;
}

/** The leaves of a mail by what they are for. */
export interface CollectedParts {
  readonly body: BodyPiece[];
  readonly files: MimePart[];
  readonly reports: MimePart[];
  signed: boolean;
  encrypted: boolean;
}

/** Sorts the leaves of the tree; channels.md 1.2 says which becomes what. */
export function collectParts(root: MimePart): CollectedParts {
  const found: CollectedParts = {
    body: [],
    files: [],
    reports: [],
    signed: false,
    encrypted: false,
  };
  walk(root, found, found.body, true);
  return found;
}

function walk(part: MimePart, found: CollectedParts, body: BodyPiece[], mayBeBody: boolean): void {
  if (part.children.length === 0) {
    leaf(part, found, body, mayBeBody);
    return;
  }
  if (part.type === 'multipart/alternative') {
    alternatives(part, found, body, mayBeBody);
    return;
  }
  if (part.type === 'multipart/signed') found.signed = true;
  if (part.type === 'multipart/encrypted') found.encrypted = true;
  if (part.type === 'multipart/report') {
    // The first part speaks to people, the others to programs (RFC 6522).
    for (const [index, child] of part.children.entries()) walk(child, found, body, index === 0);
    return;
  }
  for (const child of part.children) walk(child, found, body, mayBeBody);
}

/** The last form that can be shown wins; a plain text stands beside it. */
function alternatives(
  part: MimePart,
  found: CollectedParts,
  body: BodyPiece[],
  mayBeBody: boolean,
): void {
  const candidates: BodyPiece[][] = [];
  for (const child of part.children) {
    const own: BodyPiece[] = [];
    walk(child, found, own, mayBeBody);
    if (own.length > 0) candidates.push(own);
  }
  const html = candidates.findLast((pieces) => pieces.some((piece) => piece.html));
  const text = candidates.find((pieces) => pieces.every((piece) => !piece.html));
  if (!html || !text) {
    body.push(...(html ?? candidates.at(-1) ?? []));
    return;
  }
  // One text stands for the whole of the HTML form, however many pieces that has.
  const merged = html.map((piece, index) =>
    index === 0 ? { ...piece, text: text[0]?.text } : piece,
  );
  body.push(...merged, ...text.slice(1));
}

function leaf(part: MimePart, found: CollectedParts, body: BodyPiece[], mayBeBody: boolean): void {
  const { type } = part;
  if (type === 'application/applefile' || isResourceFork(part)) return;
  if (/^application\/(?:pgp|(?:x-)?pkcs7)-signature$/.test(type)) {
    found.signed = true;
    return;
  }
  if (/^application\/(?:x-)?pkcs7-mime$/.test(type)) {
    // Opaque: signed only or enveloped, its words are inside and stay there.
    const signedOnly = /signed-data/i.test(part.contentType.params.get('smime-type') ?? '');
    if (signedOnly) found.signed = true;
    else found.encrypted = true;
  }
  if (type === 'application/pgp-encrypted') found.encrypted = true;
  if (isReport(type)) found.reports.push(part);
  if (mayBeBody && isBody(part, body)) {
    body.push(type === 'text/html' ? { html: part } : { text: part });
  } else if (
    !/^text\/(?:x-amp-html|watch-html)$/.test(type) &&
    !(type.startsWith('multipart/') && isEmpty(part))
  ) {
    found.files.push(part);
  }
}

const bodyTypes = new Set([
  'text/plain',
  'text/html',
  'text/enriched',
  'text/richtext',
  'text/x-markdown',
  'text/markdown',
  'text/x-plain',
  'text/unknown',
]);

/** A text with a file name is a file, unless it is all there is: some mailers name the body. */
function isBody(part: MimePart, body: readonly BodyPiece[]): boolean {
  const opaque = part.type.startsWith('multipart/');
  if (!bodyTypes.has(part.type) && !opaque) return false;
  const said = part.disposition.value;
  if (said.startsWith('attachment')) return false;
  const named = saidFileName(part) !== undefined;
  return !named || (body.length === 0 && !said.startsWith('attach') && said !== 'inline');
}

function isReport(type: string): boolean {
  return /^(?:message\/(?:rfc822|global|delivery-status|global-delivery-status|feedback-report|disposition-notification|partial|rfc822-headers|global-headers)|text\/rfc822-headers?)$/.test(
    type,
  );
}

/** The `__MACOSX` half of a file that an Apple program zipped or split. */
function isResourceFork(part: MimePart): boolean {
  const name = saidFileName(part) ?? '';
  const raw = rawHeaderOf(part, 'content-disposition') + rawHeaderOf(part, 'content-type');
  return name.startsWith('._') || raw.includes('__MACOSX/');
}

function isEmpty(part: MimePart): boolean {
  return part.bodyEnd <= part.bodyStart;
}
