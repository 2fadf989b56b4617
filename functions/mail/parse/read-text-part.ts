import { decodeText } from '../charset/decode-text.ts';
import { mailLimits } from '../limits.ts';
import { cleanBody } from '../mime/clean-text.ts';
import type { MimePart } from '../mime/mime-part.ts';
import { decodeTransfer } from '../mime/transfer.ts';
import { textFromEnriched } from './enriched.ts';
import { unflow } from './flowed.ts';

/** Bytes of a leaf after transfer decoding. */
export function partContent(bytes: Buffer, part: MimePart, problems: Set<string>): Buffer {
  return decodeTransfer(bytes.subarray(part.bodyStart, part.bodyEnd), part.encoding, problems);
}

/** A text leaf as Unicode with LF line ends; format=flowed and enriched text made plain. */
export function readTextPart(bytes: Buffer, part: MimePart, problems: Set<string>): string {
  const content = bounded(partContent(bytes, part, problems), problems);
  const label = part.contentType.params.get('charset');
  const decoded = decodeText(content, label ?? metaCharset(part, content));
  if (decoded.guessed) problems.add(`charset-guessed:${decoded.charset}`);
  const text = cleanBody(decoded.text.replace(/^\ufeff/, ''));
  const { params } = part.contentType;
  if (/flowed/i.test(params.get('format') ?? '')) {
    return unflow(text, /yes/i.test(params.get('delsp') ?? ''));
  }
  return /^text\/(?:enriched|richtext)$/.test(part.type) ? textFromEnriched(text) : text;
}

/** Up to the last whole line, so that no character is cut: decoding 40 MB of text takes seconds that others wait. */
function bounded(content: Buffer, problems: Set<string>): Buffer {
  if (content.length <= mailLimits.textBytes) return content;
  problems.add('text-too-long');
  const end = content.lastIndexOf('\n', mailLimits.textBytes);
  return content.subarray(0, end > 0 ? end : mailLimits.textBytes);
}

/** HTML without a charset in its field may name one in its head. */
function metaCharset(part: MimePart, content: Buffer): string | undefined {
  if (part.type !== 'text/html') return undefined;
  const head = content.toString('latin1', 0, 2_000);
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})/i.exec(head)?.[1];
}
