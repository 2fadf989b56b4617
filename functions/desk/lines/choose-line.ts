import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line, Topic } from '../../../schemas/desk.ts';
import { type Asked, isCompetent } from './competence.ts';
import { isLineOpen } from './hours.ts';

export type LineDesk = {
  readonly topics: readonly Topic[];
  readonly lines: readonly Line[];
  readonly calendars: readonly Calendar[];
};

/**
 * Why a ticket is on its line. `competence`: the cheapest that can answer it, open now. `waits`: the same, closed, and
 * the work waits for it. `overflow`: the cheapest is closed (`from`) and passes its work on. `topic`: nobody is
 * competent, so the topic's own line has to see to it.
 */
export type LineChoice = {
  readonly line: string;
  readonly why: 'competence' | 'waits' | 'overflow' | 'topic';
  readonly from?: string;
};

/** Competent lines, the cheapest first; of equally cheap ones the earlier of the list. */
const competentLines = (asked: Asked, { topics, lines }: LineDesk): readonly Line[] =>
  lines
    .filter((line) => isCompetent(line, asked, topics))
    .toSorted((a, b) => (a.cost ?? 0) - (b.cost ?? 0));

/** Where a closed line's work goes: the named line if it is open, else the next competent one that is. */
const overflowOf = (
  closed: Line,
  others: readonly Line[],
  { lines, calendars }: LineDesk,
  now: string,
): Line | undefined => {
  const named = lines.find(({ id }) => id === closed.overflowTo && id !== closed.id);
  return [...(named ? [named] : []), ...others].find((line) => isLineOpen(line, calendars, now));
};

/**
 * The line for a ticket that no rule and nobody gave one: the cheapest competent one, or where it passes its work on
 * while it is closed. With no open line to pass it to, work waits where it belongs. Undefined on a desk whose topic
 * is gone.
 */
export const chooseLine = (asked: Asked, desk: LineDesk, now: string): LineChoice | undefined => {
  const [cheapest, ...others] = competentLines(asked, desk);
  if (!cheapest) {
    const topic = desk.topics.find(({ id }) => id === asked.topic);
    return topic && { line: topic.line, why: 'topic' };
  }
  if (isLineOpen(cheapest, desk.calendars, now)) return { line: cheapest.id, why: 'competence' };
  const next =
    cheapest.outside === 'overflow' ? overflowOf(cheapest, others, desk, now) : undefined;
  return next
    ? { line: next.id, why: 'overflow', from: cheapest.id }
    : { line: cheapest.id, why: 'waits' };
};
