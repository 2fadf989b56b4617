/** The first enhanced status code (RFC 3463) in a server's answer, '' if none. */
export function statusInText(text: string): string {
  const sample = text.slice(0, 4_000);
  // After a reply code or `#` it is surely a status; alone it might be a version or an address.
  const sure = /(?:\b[245]\d\d[ -]{1,3}|#|\()([245]\.\d{1,3}\.\d{1,3})\b/.exec(sample)?.[1];
  if (sure) return sure;
  return /(?<![\d.])([245]\.\d\.\d{1,2})(?![\d.]*\d)/.exec(sample)?.[1] ?? '';
}

/** The class of the first SMTP reply code: 4 or 5; undefined if none. */
export function replyClass(text: string): 4 | 5 | undefined {
  const code = /(?:^|[\s:<(>#[])([45])[0-5]\d(?:[\s-]|$)/m.exec(text.slice(0, 4_000))?.[1];
  return code === undefined ? undefined : code === '4' ? 4 : 5;
}

const implied: readonly [string, RegExp][] = [
  [
    '5.2.2',
    /quota|mailbox (?:is )?full|mailfull|exceed\w* (?:the )?(?:storage|allowed)|メールボックスが一杯/i,
  ],
  [
    '5.3.4',
    /(?:message|mail)[^.\n]{0,20}(?:too (?:large|big)|size)|size (?:limit|exceed)|exceeds? (?:the )?max/i,
  ],
  [
    '5.7.1',
    /spam|blacklist|blocklist|blocked|policy|access denied|not permitted|relay(?:ing)? (?:access )?denied/i,
  ],
  [
    '4.4.7',
    /retry time|timed? ?out|expired|giving up|too many hops|could not deliver for the last/i,
  ],
];

/** A status for prose that gives none; 5.0.0 when nothing is known. */
export function impliedStatus(text: string): string {
  const sample = text.slice(0, 2_000);
  return implied.find(([, words]) => words.test(sample))?.[0] ?? '5.0.0';
}
