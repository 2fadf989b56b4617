export interface AddressPiece {
  /** Outside of brackets and comments. */
  readonly text: string;
  /** Inside the last `<…>`. */
  readonly angle?: string;
  readonly comment?: string;
}

/**
 * Splits an address list at commas and semicolons outside quotes, comments and angle brackets.
 * Group names (`undisclosed-recipients:;`) are dropped, their members kept. One pass.
 */
export function splitAddresses(raw: string, most: number): AddressPiece[] {
  const pieces: AddressPiece[] = [];
  let text = '';
  let angle: string | undefined;
  let comment: string | undefined;
  // An unclosed quote would swallow the rest: count first, and ignore quotes if they do not pair.
  const quotes = raw.replace(/\\./g, '').split('"').length - 1;
  const pairs = quotes % 2 === 0;
  let mode: 'text' | 'quote' | 'angle' | 'comment' = 'text';

  for (let at = 0; at < raw.length && pieces.length < most; at++) {
    const char = raw[at] as string;
    if (mode === 'quote') {
      if (char === '\\') text += raw[++at] ?? '';
      else if (char === '"') mode = 'text';
      text += char === '\\' ? '' : char;
    } else if (mode === 'angle') {
      if (char === '>') mode = 'text';
      else if (char === '<') angle = '';
      else angle = (angle ?? '') + char;
    } else if (mode === 'comment') {
      if (char === ')') mode = 'text';
      else comment = (comment ?? '') + char;
    } else if (char === '"' && pairs) {
      mode = 'quote';
      text += char;
    } else if (char === '<') {
      mode = 'angle';
      angle = '';
    } else if (char === '(' && raw.indexOf(')', at) > 0) mode = 'comment';
    else if (char === ',' || char === ';') flush();
    else if (char === ':' && isGroupName(raw, at, text, angle)) text = '';
    else text += char;
  }
  flush();
  return pieces;

  function flush(): void {
    if (text.trim() !== '' || angle !== undefined || comment !== undefined) {
      pieces.push({
        text,
        ...(angle !== undefined && { angle }),
        ...(comment !== undefined && { comment }),
      });
    }
    text = '';
    angle = undefined;
    comment = undefined;
  }
}

/** `mailto:ann@…` is no group, nor is a colon behind an address. */
function isGroupName(raw: string, at: number, text: string, angle: string | undefined): boolean {
  if (angle !== undefined || text.includes('@') || text.length > 200) return false;
  return !/^\s*(?:mailto|smtp)$/i.test(text) && (raw.includes(';', at) || raw[at + 1] === ' ');
}
