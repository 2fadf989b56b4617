/** RFC 5322's bound is 998; 76 is what every relay leaves alone. */
const lineLength = 76;

/** One line without controls: nothing in a value can begin a header of its own. */
export function headerSafe(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .toWellFormed()
    .trim();
}

/** Text as it stands if it is ASCII, else as RFC 2047 words that end on whole characters. */
export function encodeText(value: string): string {
  const safe = headerSafe(value);
  if (/^[\x20-\x7e]*$/.test(safe) && !safe.includes('=?') && !/\S{900}/.test(safe)) return safe;
  const words: string[] = [];
  let bytes = 0;
  let chunk = '';
  for (const char of safe) {
    const size = Buffer.byteLength(char);
    // 45 bytes make 60 characters of base64; a word may have 75 with its frame.
    if (bytes + size > 45) {
      words.push(word(chunk));
      chunk = '';
      bytes = 0;
    }
    chunk += char;
    bytes += size;
  }
  if (chunk !== '') words.push(word(chunk));
  return words.join(' ');
}

function word(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

/** A display name: quoted if it holds anything but plain words. */
export function encodePhrase(name: string): string {
  const safe = headerSafe(name);
  if (!/^[\x20-\x7e]*$/.test(safe) || safe.includes('=?')) return encodeText(safe);
  return /^[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*$/.test(safe)
    ? safe
    : `"${safe.replace(/[\\"]/g, '\\$&')}"`;
}

/** `Name: value`, folded at blanks. */
export function foldHeader(name: string, value: string): string {
  let line = `${name}:`;
  const lines: string[] = [];
  for (const piece of value.split(' ')) {
    if (line.length + 1 + piece.length > lineLength && line.length > name.length + 1) {
      lines.push(line);
      line = ` ${piece}`;
    } else line += ` ${piece}`;
  }
  lines.push(line);
  return lines.filter((folded) => folded.trim() !== '').join('\r\n');
}
