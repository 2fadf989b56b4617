import type { ClockEvent } from '../../../schemas/clock.ts';
import { ProfileName, type PromiseUse } from '../../../schemas/promise.ts';
import type { TicketEvent, TimelineEntry } from '../../../schemas/timeline.ts';

const words = (value: unknown): string[] =>
  String(value ?? '')
    .split(' ')
    .filter(Boolean);

/** What the clocks take of a timeline's entry that a promise was applied. */
export const appliedPromise = ({ data, occurredAt }: TicketEvent): ClockEvent => ({
  kind: 'promise',
  at: occurredAt,
  promise: String(data['to']),
  calendars: words(data['calendars']),
});

/** The promise that a ticket had before the first one was applied to it; `current` when none was. */
export const firstUse = (
  entries: readonly TimelineEntry[],
  current: PromiseUse | undefined,
): PromiseUse | undefined => {
  const first = entries.find((entry) => entry.type === 'event' && entry.kind === 'promise');
  if (first?.type !== 'event') return current;
  const { from, fromCalendars, profile } = first.data;
  if (!from) return undefined;
  return {
    promise: String(from),
    profile: ProfileName.catch('normal').parse(profile),
    calendars: words(fromCalendars),
  };
};
