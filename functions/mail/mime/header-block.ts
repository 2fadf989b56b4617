import { decodeText } from '../charset/decode-text.ts';
import { mailLimits } from '../limits.ts';
import type { RawHeader } from './mime-part.ts';

export interface HeaderBlock {
  readonly headers: RawHeader[];
  readonly bodyStart: number;
  readonly problems: string[];
}

/** Begins the seven-bit encodings of Japan and Korea. */
const escape = '\x1b';
const fieldName = /^([!-9;-~]{1,200})[ \t]*:/;

/**
 * Reads fields from `start` to the blank line. Real mail also has: no blank line at all, an mbox
 * `From ` line, junk lines between fields, NUL bytes, bare CR as line end.
 */
export function readHeaderBlock(bytes: Buffer, start: number, end: number): HeaderBlock {
  const problems = new Set<string>();
  const fields: string[] = [];
  let at = start;
  while (at < end) {
    const newline = bytes.indexOf(10, at);
    const lineEnd = newline < 0 || newline >= end ? end : newline;
    const next = Math.min(lineEnd + 1, end);
    if (next - start > mailLimits.headerBytes) {
      problems.add('headers-too-large');
      return finish(fields, skipToBlankLine(bytes, at, end), problems);
    }
    const line = cleanLine(bytes.toString('latin1', at, lineEnd), problems);
    if (line === '') {
      if (!isFoldedOn(bytes, next, end)) return finish(fields, next, problems);
      problems.add('blank-line-in-headers');
      at = next;
      continue;
    }
    if (/^[ \t]/.test(line) && fields.length > 0) {
      // A line of blanks only ends the block for most readers, but folds in some broken mailers.
      if (line.trim() === '' && !fieldFollows(bytes, next, end)) {
        return finish(fields, next, problems);
      }
      fields[fields.length - 1] += `\n${line}`;
    } else if (fieldName.test(line)) {
      fields.push(...splitBareReturns(line));
    } else if (/^>?From /.test(line)) {
      problems.add('mbox-from-line');
    } else if (!line.startsWith('--') && fields.length > 0 && fieldFollows(bytes, next, end)) {
      problems.add('junk-header-line');
    } else {
      problems.add('no-blank-line');
      return finish(fields, at, problems);
    }
    at = next;
  }
  return finish(fields, end, problems);
}

function cleanLine(line: string, problems: Set<string>): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === '\r') end--;
  const cut = line.slice(0, end);
  if (!cut.includes('\0')) return cut;
  problems.add('nul-bytes');
  return cut.replaceAll('\0', '');
}

/** Mail that mixes line ends hides several fields in one line. */
function splitBareReturns(line: string): string[] {
  if (!line.includes('\r')) return [line];
  const fields: string[] = [];
  for (const piece of line.split('\r')) {
    if (fields.length === 0 || fieldName.test(piece)) fields.push(piece);
    else fields[fields.length - 1] += `\n ${piece}`;
  }
  return fields;
}

/** Whether a field comes next, folded lines aside. */
function fieldFollows(bytes: Buffer, at: number, end: number): boolean {
  const lines = bytes.toString('latin1', at, Math.min(at + 1_000, end)).split('\n');
  const next = lines.find((line) => !/^[ \t]/.test(line));
  return next !== undefined && fieldName.test(next);
}

const wellKnown =
  /^(?:from|to|cc|subject|date|message-id|in-reply-to|references|received|reply-to|mime-version|content-type|return-path)[ \t]*:/i;

/** Some programs leave an empty line before a folded value: known fields must follow it. */
function isFoldedOn(bytes: Buffer, at: number, end: number): boolean {
  if (bytes[at] !== 9 && bytes[at] !== 32) return false;
  const lines = bytes.toString('latin1', at, Math.min(at + 1_000, end)).split('\n');
  const next = lines.findIndex((line) => !/^[ \t]/.test(line));
  return next > 0 && wellKnown.test(lines[next] as string) && fieldName.test(lines[next + 1] ?? '');
}

function skipToBlankLine(bytes: Buffer, from: number, end: number): number {
  const crlf = bytes.indexOf('\r\n\r\n', from, 'latin1');
  const lf = bytes.indexOf('\n\n', from, 'latin1');
  const found = [crlf < 0 ? end : crlf + 4, lf < 0 ? end : lf + 2];
  return Math.min(end, ...found);
}

function finish(fields: string[], bodyStart: number, problems: Set<string>): HeaderBlock {
  if (fields.length > mailLimits.headersPerPart) problems.add('too-many-headers');
  // Raw 8-bit fields are mostly in the charset of the body.
  const contentType = fields.find((field) => /^content-type[ \t]*:/i.test(field)) ?? '';
  const label = /charset\s*=\s*"?([\w.:-]{2,40})/i.exec(contentType)?.[1];
  const headers = fields.slice(0, mailLimits.headersPerPart).map((field) => {
    const colon = field.indexOf(':');
    return { name: field.slice(0, colon).trim(), raw: unfold(field.slice(colon + 1), label) };
  });
  return { headers, bodyStart, problems: [...problems] };
}

function unfold(value: string, label: string | undefined): string {
  const flat = value.includes('\n') ? value.replace(/\n[ \t]/g, ' ').replaceAll('\n', ' ') : value;
  if (!/[\u0080-\u00ff]/.test(flat) && !flat.includes(escape)) return flat.trim();
  const bytes = Buffer.from(flat, 'latin1');
  const free = decodeText(bytes);
  const plain = free.charset === 'utf-8' || label === undefined || /ascii/i.test(label);
  return (plain ? free : decodeText(bytes, label)).text.trim();
}
