import type { ClockState, RunningClock } from '../../../schemas/clock.ts';
import type { Reminder, Ticket } from '../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../schemas/timeline.ts';
import { isPaused } from '../promises/due-of.ts';
import { instanceId } from '../promises/instance-of.ts';

/** The clock a reminder is about, while it is neither met nor over. */
export const clockOf = (
  clocks: ClockState | undefined,
  { instance }: Pick<Reminder, 'instance'>,
): RunningClock | undefined =>
  clocks?.running.find((clock) => !clock.ended && instanceId(clock) === instance);

/** Nothing of a breach's own alert may get lost, even when the clock ended as missed before the sweep came. */
const isOwnBreach = ({ on, step }: Reminder) => on === 'breach' && step === undefined;

/**
 * `gone`: the clock is met or over, or a warning was overtaken by the breach. `waits`: the clock is paused; what is due
 * meanwhile is told when it goes on.
 */
export const standingOf = (
  reminder: Reminder,
  clocks: ClockState | undefined,
): 'live' | 'waits' | 'gone' => {
  if (isOwnBreach(reminder)) return 'live';
  const clock = clockOf(clocks, reminder);
  if (!clock || (reminder.on === 'warn' && clock.breached)) return 'gone';
  return isPaused(clock) ? 'waits' : 'live';
};

/** Warnings and breaches of a change that the clock has not planned: a use case came before the sweep. */
const unplanned = (entries: readonly TimelineEntry[]): readonly Reminder[] =>
  entries.flatMap((entry): Reminder[] => {
    if (entry.type !== 'event' || (entry.kind !== 'warned' && entry.kind !== 'breached')) return [];
    const { announce, planned, instance, dueAt } = entry.data;
    if (announce !== true || planned === true) return [];
    const on = entry.kind === 'warned' ? 'warn' : 'breach';
    const at = entry.occurredAt;
    return [{ at, instance: String(instance), on, dueAt: String(dueAt) }];
  });

/**
 * What a change leaves of a ticket's reminders: those whose clock still runs unmet, and the alerts it recorded itself.
 * None after met or cancelled (sla.md 13). At most 20, the earliest.
 */
export const remindersAfter = (
  { reminders = [], clocks }: Pick<Ticket, 'reminders' | 'clocks'>,
  entries: readonly TimelineEntry[],
): Reminder[] | undefined => {
  const fresh = unplanned(entries);
  if (reminders.length + fresh.length === 0) return undefined;
  const ended = entries.flatMap((entry) => (entry.type === 'note' ? [] : (entry.ended ?? [])));
  const isOver = ({ instance }: Reminder) =>
    ended.some(({ id, state }) => id === instance && (state === 'met' || state === 'cancelled'));
  const kept = [...reminders, ...fresh].filter(
    (reminder) => !isOver(reminder) && standingOf(reminder, clocks) !== 'gone',
  );
  return kept.length > 0 ? earliest(kept) : undefined;
};

const mostReminders = 20;

export const earliest = (reminders: readonly Reminder[]): Reminder[] =>
  reminders.toSorted((a, b) => a.at.localeCompare(b.at)).slice(0, mostReminders);
