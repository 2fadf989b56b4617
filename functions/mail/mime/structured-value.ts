/** `value; name=value; …` of RFC 2045, read leniently. Parameter names are lower-case. */
export interface StructuredValue {
  readonly value: string;
  readonly params: ReadonlyMap<string, string>;
}

/** Never throws; the first of repeated parameters wins, as with repeated headers. */
export function parseStructuredValue(raw: string): StructuredValue {
  const [value = '', ...rest] = splitOutsideQuotes(raw);
  const params = new Map<string, string>();
  for (const piece of rest) {
    const equals = piece.indexOf('=');
    if (equals <= 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    if (!params.has(name)) params.set(name, unquote(piece.slice(equals + 1)));
  }
  return { value: value.trim().toLowerCase(), params };
}

/** Splits on `;`, leaves quoted strings whole and drops `(comments)`. */
function splitOutsideQuotes(raw: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < raw.length; at++) {
    const char = raw[at] as string;
    if (char === '\\' && quoted) {
      piece += char + (raw[++at] ?? '');
    } else if (depth === 0 && char === '"') {
      quoted = !quoted;
      piece += char;
    } else if (!quoted && char === '(' && raw.indexOf(')', at) > 0 && isCommentStart(piece)) {
      depth++;
    } else if (!quoted && char === ')' && depth > 0) {
      depth--;
    } else if (depth > 0) {
      continue;
    } else if (char === ';' && !quoted) {
      pieces.push(piece);
      piece = '';
    } else {
      piece += char;
    }
    if (pieces.length > 200) return pieces;
  }
  pieces.push(piece);
  return pieces;
}

/** `name=report (1).pdf` without quotes is common, so a comment only counts after a blank. */
function isCommentStart(before: string): boolean {
  return before.trim() === '' || (before.endsWith(' ') && !before.includes('='));
}

function unquote(raw: string): string {
  const value = raw.trim();
  if (!value.startsWith('"')) return value.replace(/^'([^']*)'$/, '$1');
  const end = closingQuote(value);
  // Windows paths come unescaped: "C:\temp\a.txt" must keep its backslashes for the name rule.
  return value.slice(1, end).replace(/\\(["\\])/g, '$1');
}

function closingQuote(value: string): number {
  for (let at = 1; at < value.length; at++) {
    if (value[at] === '\\') at++;
    else if (value[at] === '"') return at;
  }
  return value.length;
}
