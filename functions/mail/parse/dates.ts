const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** RFC 5322's obsolete zones, and those that local mailers write. Hours from UTC. */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  msd: 4,
  jst: 9,
};

const form =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]{0,6}\.?[\s-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d{1,9})?\s*(?:([ap])\.?m\.?\s*)?(?:(?:gmt|utc)?\s*([+-]\d{1,2}):?(\d{2})?|([a-z]{1,5}))?/i;

/** The moment as ISO 8601 UTC, or undefined when nothing sensible is written. */
export function parseMailDate(raw: string): string | undefined {
  const value = raw
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s*:\s*/g, ':');
  const match = form.exec(value);
  const time = match ? fromMatch(match) : Date.parse(value);
  if (!Number.isFinite(time)) return undefined;
  const year = new Date(time).getUTCFullYear();
  // Clocks of senders stand at 1970 or in the next century; such a date helps nobody.
  return year >= 1980 && year <= 2100 ? new Date(time).toISOString() : undefined;
}

function fromMatch(match: RegExpExecArray): number {
  const month = months.indexOf((match[2] as string).toLowerCase());
  const written = Number(match[3]);
  const year = written < 50 ? written + 2000 : written < 1000 ? written + 1900 : written;
  const half = match[7]?.toLowerCase();
  const hour = (Number(match[4]) % (half ? 12 : 100)) + (half === 'p' ? 12 : 0);
  const seconds = Math.min(59, Number(match[6] ?? 0));
  if (month < 0 || hour > 24 || Number(match[5]) > 59 || Number(match[1]) > 31) return Number.NaN;
  const local = Date.UTC(year, month, Number(match[1]), hour, Number(match[5]), seconds);
  return local - offsetMinutes(match) * 60_000;
}

function offsetMinutes(match: RegExpExecArray): number {
  if (match[8] === undefined) return (zones[(match[10] ?? '').toLowerCase()] ?? 0) * 60;
  const hours = Number(match[8]);
  const minutes = Number(match[9] ?? 0);
  return hours * 60 + (match[8].startsWith('-') ? -minutes : minutes);
}
