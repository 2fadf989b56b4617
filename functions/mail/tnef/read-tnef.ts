import { decodeText } from '../charset/decode-text.ts';
import type { AttachmentDraft } from '../parse/make-attachments.ts';
import { type MapiValue, prop, readMapiProps } from './mapi-props.ts';
import { decompressRtf } from './rtf-decompress.ts';
import { readRtf } from './rtf-to-text.ts';

export interface TnefContent {
  readonly files: readonly AttachmentDraft[];
  readonly text?: string;
  readonly html?: string;
}

const attribute = {
  body: 0x800c,
  attachData: 0x800f,
  attachTitle: 0x8010,
  attachRendData: 0x9002,
  messageProps: 0x9003,
  attachProps: 0x9005,
  codePage: 0x9007,
} as const;

interface OpenFile {
  title?: string;
  data?: Buffer;
  props: Map<number, MapiValue>;
}

/**
 * Unpacks `winmail.dat` (MS-OXTNEF). Undefined when it is no TNEF at all; a truncated one gives
 * what could be read. No maintained library is small enough: the best known brings a logger and a
 * command line with it.
 */
export function readTnef(data: Buffer): TnefContent | undefined {
  if (data.length < 6 || data.readUInt32LE(0) !== 0x223e9f78) return undefined;
  const files: OpenFile[] = [];
  let message = new Map<number, MapiValue>();
  let codePage = 'windows-1252';
  let body: Buffer | undefined;
  for (let at = 6; at + 11 <= data.length; ) {
    const id = data.readUInt16LE(at + 1);
    const length = data.readUInt32LE(at + 5);
    const value = data.subarray(at + 9, at + 9 + length);
    const file = files.at(-1);
    if (id === attribute.codePage && value.length >= 4) codePage = pageName(value.readUInt32LE(0));
    else if (id === attribute.body) body = value;
    else if (id === attribute.messageProps) message = readMapiProps(value);
    else if (id === attribute.attachRendData) files.push({ props: new Map() });
    else if (id === attribute.attachTitle && file) file.title = readString(value, codePage);
    else if (id === attribute.attachData && file) file.data = value;
    else if (id === attribute.attachProps && file) file.props = readMapiProps(value);
    at += 9 + length + 2;
  }
  const made = files.map((file) => makeFile(file, codePage)).filter((file) => file !== undefined);
  const written = readBody(message, body, codePage);
  if (made.length === 0 && written.text === undefined && written.html === undefined) {
    return undefined;
  }
  return { files: made, ...written };
}

function makeFile(file: OpenFile, codePage: string): AttachmentDraft | undefined {
  const said = (id: number): string | undefined => {
    const value = file.props.get(id);
    return value && readValue(value, codePage);
  };
  const embedded = file.props.get(prop.data);
  // An object begins with the 16 bytes of its interface id.
  const content =
    file.data ?? (embedded?.type === 0x0d ? embedded.bytes.subarray(16) : embedded?.bytes);
  if (!content) return undefined;
  const contentId = said(prop.contentId);
  const name = said(prop.longFileName) || said(prop.fileName) || file.title;
  return {
    ...(name && { name }),
    type: said(prop.mimeTag)?.toLowerCase() || 'application/octet-stream',
    ...(contentId && { contentId }),
    content,
  };
}

function readBody(
  message: ReadonlyMap<number, MapiValue>,
  body: Buffer | undefined,
  codePage: string,
): { text?: string; html?: string } {
  const page = message.get(prop.codePage)?.bytes;
  const htmlPage = page && page.length >= 4 ? pageName(page.readUInt32LE(0)) : codePage;
  const html = message.get(prop.html);
  const plain = message.get(prop.body);
  const text = plain ? readValue(plain, codePage) : body && readString(body, codePage);
  if (html) return { ...(text && { text }), html: readValue(html, htmlPage) };
  const packed = message.get(prop.rtf);
  const rtf = packed && decompressRtf(packed.bytes);
  const read = rtf && readRtf(rtf);
  const best = text || read?.text;
  return { ...(best && { text: best }), ...(read?.html && { html: read.html }) };
}

function readValue({ type, bytes }: MapiValue, codePage: string): string {
  return type === 0x1f ? trimNul(bytes.toString('utf16le')) : readString(bytes, codePage);
}

function readString(bytes: Buffer, codePage: string): string {
  return trimNul(decodeText(bytes, codePage).text);
}

function trimNul(text: string): string {
  return text.replace(/\0+$/, '').replace(/\r\n?/g, '\n').toWellFormed();
}

function pageName(page: number): string {
  if (page === 65001) return 'utf-8';
  if (page === 20866) return 'koi8-r';
  if (page >= 28591 && page <= 28606) return `iso-8859-${page - 28590}`;
  return `cp${page}`;
}
