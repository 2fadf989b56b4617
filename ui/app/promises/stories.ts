import type { ClockEvent, ClockStatus } from '../../../schemas/clock.ts';
import type { Priority } from '../../../schemas/primitives.ts';

export const eventKinds = [
  'customer-message',
  'human-reply',
  'automatic-reply',
  'talked',
  'status',
  'priority',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** An event as it is written down: `at` is what a date-and-time field holds, on this person's clock. */
export type Told = {
  readonly kind: EventKind;
  readonly at: string;
  readonly status: ClockStatus;
  readonly priority: Priority;
};

/** Nothing for what is no moment. */
export const instantOf = (local: string): string | undefined => {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** What a date-and-time field shows of a moment. */
export const localOf = (moment: number): string => {
  const at = new Date(moment);
  return new Date(moment - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** The event as clocks know it; nothing without a moment. */
export const eventOf = (
  { kind, at, status, priority }: Told,
  index: number,
): ClockEvent | undefined => {
  const instant = instantOf(at);
  if (!instant) return undefined;
  switch (kind) {
    case 'human-reply':
      return { kind, at: instant, messageId: `reply-${index}` };
    case 'talked':
      return { kind: 'note', at: instant, talked: true };
    case 'status':
      return { kind, at: instant, status };
    case 'priority':
      return { kind, at: instant, priority };
    default:
      return { kind, at: instant };
  }
};
