import type { CalendarSummary } from '../parsed-mail.ts';

/** Who, what, when of the first event (RFC 5545); undefined if there is none. */
export function summarizeCalendar(source: string): CalendarSummary | undefined {
  const lines = source
    .slice(0, 500_000)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n');
  const begin = lines.findIndex((line) => /^BEGIN:(?:VEVENT|VTODO)\s*$/i.test(line));
  if (begin < 0) return undefined;
  const end = lines.findIndex((line, at) => at > begin && /^END:(?:VEVENT|VTODO)\s*$/i.test(line));
  const event = lines.slice(begin, end < 0 ? undefined : end);
  const start = property(event, 'DTSTART');
  return {
    method: property(lines, 'METHOD').value.toUpperCase(),
    title: property(event, 'SUMMARY').value,
    start: start.value,
    end: property(event, 'DTEND').value,
    timeZone: /;TZID="?([^":;]{1,100})/i.exec(start.head)?.[1] ?? '',
    location: property(event, 'LOCATION').value,
    organizer: property(event, 'ORGANIZER').value.replace(/^mailto:/i, ''),
  };
}

function property(lines: readonly string[], name: string): { head: string; value: string } {
  const prefix = new RegExp(`^${name}(?:;|:)`, 'i');
  const line = lines.find((candidate) => prefix.test(candidate)) ?? '';
  const colon = valueStart(line);
  const value = line
    .slice(colon + 1)
    .replace(/\\n/gi, '\n')
    .replace(/\\([,;\\])/g, '$1')
    .trim();
  return { head: line.slice(0, Math.max(0, colon)), value: value.slice(0, 2_000) };
}

/** The colon that ends the parameters: one inside quotes belongs to a parameter. */
function valueStart(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return at;
  }
  return line.length;
}
