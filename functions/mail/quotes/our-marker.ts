/** Our reference as it stands in text: `[ref:1042.k3j4h5g6f7]`. */
const marker = /\[ref:\s?(\d{1,15})\.([a-z2-7]{4,32})\]/gi;

/** References in the order found, as `number.code`; unverified. */
export function textMarkers(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(marker)) {
    found.add(`${match[1]}.${(match[2] as string).toLowerCase()}`);
    if (found.size >= 20) break;
  }
  return [...found];
}

/** The line that holds our marker, or -1. */
export function markerLine(lines: readonly string[]): number {
  return lines.findIndex((line) => /\[ref:\s?\d{1,15}\.[a-z2-7]{4,32}\]/i.test(line));
}
