import { addressParser } from 'postal-mime';

export interface HeaderField {
  /** As written. */
  name: string;
  /** Unfolded. */
  value: string;
  /** The field's lines with its folding, without the last line end. */
  raw: string;
}

export interface RawMail {
  fields: HeaderField[];
  /** From the blank line on, untouched. */
  rest: Buffer;
}

/** Splits a mail at its first blank line. Bytes are kept: latin1 is one to one. */
export function parseRawMail(raw: Buffer): RawMail {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  const isCrlf = crlf !== -1 && (lf === -1 || crlf < lf);
  const end = isCrlf ? crlf : lf === -1 ? raw.length : lf;
  const block = raw.toString('latin1', 0, end);
  const fields = block
    .split(/\r?\n(?![ \t])/)
    .map((text): HeaderField => {
      const colon = text.indexOf(':');
      const value = text
        .slice(colon + 1)
        .replace(/\r?\n/g, '')
        .trim();
      return { name: text.slice(0, Math.max(0, colon)).trim(), value, raw: text };
    })
    .filter(({ name }) => name !== '');
  return { fields, rest: raw.subarray(end) };
}

export function joinRawMail({ fields, rest }: RawMail): Buffer {
  const block = fields.map(({ raw }) => raw.replace(/\r?\n/g, '\r\n')).join('\r\n');
  return Buffer.concat([Buffer.from(block, 'latin1'), rest]);
}

export function valuesOf(mail: RawMail, name: string): string[] {
  return mail.fields
    .filter((field) => field.name.toLowerCase() === name)
    .map((field) => Buffer.from(field.value, 'latin1').toString('utf8'));
}

/** The bare addresses in a header value, groups opened. */
export function addressesIn(value: string): string[] {
  return addressParser(value, { flatten: true })
    .map(({ address }) => address ?? '')
    .filter((address) => address !== '');
}
