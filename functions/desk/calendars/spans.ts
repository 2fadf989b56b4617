import type { Hours } from './business-time.ts';
import { openDay } from './open-spans.ts';

/** A stretch of time in epoch seconds, `[from, to)`. */
export type Span = { readonly from: number; readonly to: number };

const daySeconds = 86_400;

/** When a calendar is open between two moments; a stretch over midnight is one. */
export const openSpans = (hours: Hours, { from, to }: Span): readonly Span[] => {
  if (hours === '24x7') return from < to ? [{ from, to }] : [];
  const spans: Span[] = [];
  for (let day = Math.floor(from / daySeconds); day * daySeconds < to; day += 1) {
    const open = openDay(hours, day).spans;
    for (let i = 0; i < open.length; i += 2) {
      const span = { from: Math.max(open[i] ?? 0, from), to: Math.min(open[i + 1] ?? 0, to) };
      if (span.from < span.to) spans.push(span);
    }
  }
  return united(spans);
};

/** The same time with every moment once, in order. */
export const united = (spans: readonly Span[]): readonly Span[] => {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
};

/** What is left of a stretch when others are cut out. */
export const without = (span: Span, cuts: readonly Span[]): readonly Span[] => {
  let left: readonly Span[] = [span];
  for (const cut of cuts)
    left = left.flatMap((part) =>
      [
        { from: part.from, to: Math.min(part.to, cut.from) },
        { from: Math.max(part.from, cut.to), to: part.to },
      ].filter(({ from, to }) => from < to),
    );
  return left;
};

/** Seconds of the stretches that lie in another. */
export const secondsWithin = (spans: readonly Span[], { from, to }: Span): number =>
  spans.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)),
    0,
  );
