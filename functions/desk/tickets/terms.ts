import type { Peak } from '../../../schemas/peak.ts';
import { Priority } from '../../../schemas/primitives.ts';
import type { ProfileName, ServicePromise } from '../../../schemas/promise.ts';
import type { LineReason, Ticket } from '../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../schemas/timeline.ts';
import { chooseLine } from '../lines/choose-line.ts';
import { activePeak, ofTopic } from '../peaks/active-peak.ts';
import { selectPromise } from '../promises/select-promise.ts';
import type { DeskLists } from '../settings-stores.ts';

export type TermsDesk = Pick<
  DeskLists,
  'topics' | 'lines' | 'calendars' | 'promises' | 'tiers' | 'peaks'
>;

/** On what terms a new ticket is worked: who answers, how soon, what is promised. */
export type Terms = {
  readonly line: string | undefined;
  /** Absent for the ordinary reason: the cheapest line that can answer it. */
  readonly lineReason: LineReason | undefined;
  /** The closed line whose work it is. */
  readonly overflowedFrom?: string;
  readonly priority: Ticket['priority'];
  /** The peak it was created in. */
  readonly peak: Peak | undefined;
  readonly promise: ServicePromise | undefined;
  readonly profile: ProfileName;
};

/** The more pressing of two. */
const atLeast = (a: Ticket['priority'], b: Ticket['priority'] | undefined): Ticket['priority'] =>
  b !== undefined && Priority.options.indexOf(b) > Priority.options.indexOf(a) ? b : a;

/** What a customer's standing asks for at least; tiers nobody described ask for nothing. */
export const priorityOfTier = (
  priority: Ticket['priority'],
  tier: string | undefined,
  { tiers }: Pick<TermsDesk, 'tiers'>,
): Ticket['priority'] => atLeast(priority, tiers.find(({ id }) => id === tier)?.priority);

/** A rule or an agent chose the line: it stays, open or not. */
export const isLineChosen = ({ lineReason }: Pick<Ticket, 'lineReason'>): boolean =>
  lineReason === 'rule' || lineReason === 'agent';

/** A line that somebody chose before dispatch stays, if it is still there; else competence decides. */
const lineFor = (
  ticket: Ticket,
  desk: TermsDesk,
  now: string,
): Pick<Terms, 'line' | 'lineReason' | 'overflowedFrom'> => {
  const isGiven = desk.lines.some(({ id }) => id === ticket.line);
  if (ticket.line !== undefined && (isGiven || ticket.clocks))
    return { line: ticket.line, lineReason: ticket.lineReason };
  const choice = chooseLine(ticket, desk, now);
  if (!choice) return { line: ticket.line, lineReason: ticket.lineReason };
  const { line, why, from } = choice;
  return {
    line,
    lineReason: why === 'competence' ? undefined : why,
    ...(from !== undefined && { overflowedFrom: from }),
  };
};

const wasRepriced = (entries: readonly TimelineEntry[]): boolean =>
  entries.some((entry) => entry.type === 'event' && entry.kind === 'priority');

/**
 * The terms of a ticket: its line by competence, the least priority of tier and peak (unless an agent was faster and
 * said another one), and the promise for all of that in the profile of the time it was created in (sla.md 17).
 */
export const termsOf = (
  ticket: Ticket,
  entries: readonly TimelineEntry[],
  { desk, now }: { readonly desk: TermsDesk; readonly now: string },
): Terms => {
  const placed = lineFor(ticket, desk, now);
  const peak = activePeak(desk.peaks, ticket.createdAt);
  const inPeak = atLeast(ticket.priority, ofTopic(peak?.priorities, ticket.topic));
  const priority =
    ticket.clocks || wasRepriced(entries)
      ? ticket.priority
      : priorityOfTier(inPeak, ticket.tier, desk);
  return {
    ...placed,
    priority,
    peak,
    promise: selectPromise(desk.promises, { ...ticket, line: placed.line }),
    profile: peak?.usesPeakPromises ? 'peak' : 'normal',
  };
};
