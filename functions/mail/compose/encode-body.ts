/** Quoted-printable of UTF-8 text (RFC 2045, 6.7): CRLF, lines of at most 76 characters. */
export function encodeQuotedPrintable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\n/g, '\n')
    .split('\n')
    .map(encodeLine)
    .join('\r\n');
}

function encodeLine(line: string): string {
  const bytes = Buffer.from(line);
  const lines: string[] = [];
  let current = '';
  for (let at = 0; at < bytes.length; at++) {
    const piece = encodeByte(bytes[at] as number, at === bytes.length - 1, current === '');
    if (current.length + piece.length > 75) {
      lines.push(`${current}=`);
      current = encodeByte(bytes[at] as number, at === bytes.length - 1, true);
    } else current += piece;
  }
  lines.push(current);
  return lines.join('\r\n');
}

/** A dot or `From ` at the start of a line is what careless relays change. */
function encodeByte(byte: number, isLast: boolean, isFirst: boolean): string {
  const blank = byte === 32 || byte === 9;
  const plain = (byte >= 33 && byte <= 126 && byte !== 61) || (blank && !isLast);
  if (plain && !(isFirst && (byte === 46 || byte === 70))) return String.fromCharCode(byte);
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

export function encodeBase64(content: Uint8Array): string {
  const view = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return view.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n');
}
