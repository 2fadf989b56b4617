/** Making one is slow, and a chart asks for hundreds of moments. */
const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(zone, made);
  return made;
};

/** Minutes by which a zone's wall clock is ahead of UTC at a moment (epoch milliseconds). */
const offsetAt = (moment: number, zone: string): number => {
  const parts = formatOf(zone).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return Math.round((wall - moment) / 60_000);
};

/** An instant (ISO 8601, UTC) as `<input type="datetime-local">` takes it, by the wall clock of a zone. */
export const toZoned = (instant: string, zone: string): string => {
  const moment = Date.parse(instant);
  return new Date(moment + offsetAt(moment, zone) * 60_000).toISOString().slice(0, 16);
};

/**
 * The instant of a wall clock's `2026-11-11T00:00`; nothing for what is no time. A time that the clocks skip in spring
 * is the same span after the change; of one that comes twice in autumn, the first.
 */
export const fromZoned = (wall: string, zone: string): string | undefined => {
  const asUtc = Date.parse(`${wall.slice(0, 16)}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const before = offsetAt(asUtc - 86_400_000, zone);
  const after = offsetAt(asUtc + 86_400_000, zone);
  const fits = [before, after]
    .map((offset) => asUtc - offset * 60_000)
    .filter((moment) => moment + offsetAt(moment, zone) * 60_000 === asUtc);
  return new Date(fits[0] ?? asUtc - before * 60_000).toISOString();
};
