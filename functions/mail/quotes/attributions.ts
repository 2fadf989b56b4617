/**
 * The line above a quote: "On … wrote:". Two ways to know one: a verb of writing together with a
 * date, or, in any language, a date and an address before a final colon.
 */
export function isAttribution(line: string): boolean {
  if (line.length > 700) return false;
  const ends = /[:：]\W{0,4}$/.test(line);
  if (ends && hasAddress(line) && hasMoment(line)) return true;
  // Gmail in Chinese and old Gmail everywhere: "2026/11/22 Ann <ann@example.com>".
  if (/^\d{4}[/-]\d{1,2}[/-]\d{1,2}\s.{0,200}<[^\s<>@]+@[^\s<>]+>$/.test(line)) return true;
  if (!ends && !/wrote\W{0,8}$/i.test(line)) return false;
  return verbs.test(line) && (hasMoment(line) || hasAddress(line) || /^On\s/.test(line));
}

/** A line that can only be the beginning of an attribution broken further down. */
export function opensAttribution(line: string): boolean {
  const opener =
    /^(?:on|am|le|el|il|em|op|den|på|w dniu|dnia|no dia|in data|ke|pe|dne|vào|pada)\s/i;
  return line.length < 120 && opener.test(line) && hasMoment(line);
}

/** en de fr es it pt nl pl sv da no fi ru uk be bg cs sk hu ro tr el hr lt lv et he ar ja zh ko vi id. */
const verbs = new RegExp(
  [
    '\\b(?:wrote|writes|said)\\b',
    'schrieb',
    'a (?:é|e\u0301)crit',
    'escribió|escribi[oó]\\b|ha escrito',
    'ha scritto|scrisse',
    'escreveu|escreveu-me',
    'schreef|geschreven',
    'napisał|pisze\\b',
    '\\bskrev\\b|\\bskreiv\\b',
    'kirjoitti',
    'пиш(?:ет|е)|писал|написа[лвў]|написав',
    'napsal|napísal|napisao|napisala|napisal\\b',
    'írta|ezt írta',
    'a scris',
    'yazdı',
    'έγραψε',
    'rašė|rakstīja|kirjutas',
    'כתב|كتب',
    '写道|寫道|書きました|さんは|のメール',
    '작성|님이',
    'đã viết|menulis',
  ].join('|'),
  'i',
);

function hasAddress(line: string): boolean {
  return /[^\s<>@]{1,64}@[^\s<>@]{2,}/.test(line);
}

export function hasMoment(line: string): boolean {
  return hasTime(line) || hasDay(line);
}

function hasTime(line: string): boolean {
  return /\b\d{1,2}[:.h]\d{2}\b/.test(line);
}

function hasDay(line: string): boolean {
  return /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b(?:19|20)\d{2}\b|\d{4}\s?[年년]/.test(line);
}
