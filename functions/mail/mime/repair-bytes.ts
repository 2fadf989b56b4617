/**
 * Repairs that concern the mail as a whole: byte order marks, a file saved as UTF-16, blank lines
 * before the first field, and CR alone as line end.
 */
export function repairBytes(raw: Buffer, problems: Set<string>): Buffer {
  let bytes = raw;
  const mark = bytes.toString('latin1', 0, 3);
  if (mark.startsWith('\xff\xfe') || mark.startsWith('\xfe\xff')) {
    problems.add('utf-16-mail');
    const encoding = mark.startsWith('\xff\xfe') ? 'utf-16le' : 'utf-16be';
    bytes = Buffer.from(new TextDecoder(encoding).decode(bytes));
  } else if (mark === '\xef\xbb\xbf') {
    problems.add('byte-order-mark');
    bytes = bytes.subarray(3);
  }
  let start = 0;
  while (isBlank(bytes[start])) start++;
  if (start > 0) {
    problems.add('leading-blank');
    bytes = bytes.subarray(start);
  }
  if (bytes.includes(13) && !bytes.includes(10)) {
    problems.add('bare-cr');
    return Buffer.from(bytes.map((byte) => (byte === 13 ? 10 : byte)));
  }
  return bytes;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 10 || byte === 13 || byte === 0 || byte === 32 || byte === 9;
}
