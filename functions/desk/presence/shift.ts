import type { Agent } from '../../../schemas/agent.ts';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line } from '../../../schemas/desk.ts';
import { openSpans, united } from '../calendars/spans.ts';
import { hoursOfAgent } from '../lines/hours.ts';

/** Edges are looked for so far back and ahead; who was silent longer is treated as if since then. */
const windowSeconds = 8 * 86_400;

export type Shift = {
  readonly isOn: boolean;
  /** Hours began, or ended, in `(since, now]`. */
  readonly hasStarted: boolean;
  readonly hasEnded: boolean;
  /** The next edge within eight days. */
  readonly changesAt?: string;
};

type Asked = {
  readonly agent: Pick<Agent, 'lines' | 'shiftId'>;
  readonly lines: readonly Line[];
  readonly calendars: readonly Calendar[];
  /** Since when edges count. */
  readonly since: string;
  readonly now: string;
};

/** Somebody's working hours as of now: of their shift's calendar, else of all their lines together. */
export const shiftOf = ({ agent, lines, calendars, since, now }: Asked): Shift => {
  const at = Math.floor(Date.parse(now) / 1000);
  const from = Math.max(Math.floor(Date.parse(since) / 1000), at - windowSeconds);
  const time = { from: at - windowSeconds, to: at + windowSeconds };
  const spans = united(
    hoursOfAgent(agent, { lines, calendars }).flatMap((hours) => openSpans(hours, time)),
  );
  const isBetween = (edge: number) => from < edge && edge <= at;
  const edges = spans.flatMap((span) => [span.from, span.to]).filter((edge) => edge < time.to);
  const next = edges.find((edge) => edge > at);
  return {
    isOn: spans.some((span) => span.from <= at && at < span.to),
    hasStarted: spans.some((span) => span.from > time.from && isBetween(span.from)),
    hasEnded: spans.some((span) => isBetween(span.to)),
    ...(next !== undefined && { changesAt: new Date(next * 1000).toISOString() }),
  };
};
