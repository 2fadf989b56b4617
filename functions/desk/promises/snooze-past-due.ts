import type { ClockState } from '../../../schemas/clock.ts';
import type { Book } from './book.ts';
import { variantOf } from './fold.ts';
import { isoOf, secondsOf } from './instance-of.ts';
import { isStopped } from './pausing.ts';

/**
 * The first due moment that passes while the ticket sleeps until `until` (ISO): the agent who snoozes is warned
 * (rule 9). A clock that pauses while the customer is waited for does not count, nor one that is breached already.
 */
export function firstDuePast(
  state: ClockState,
  snooze: { readonly until: string; readonly forCustomer: boolean },
  book: Book,
): string | undefined {
  const variant = variantOf({ state, book, ended: [], history: undefined });
  const asleep = { status: 'snoozed', forCustomer: snooze.forCustomer } as const;
  const [first] = state.running
    .filter((clock) => !clock.ended && !clock.breached)
    .filter((clock) => !isStopped(clock.kind, variant, asleep))
    .flatMap((clock) => clock.due ?? [])
    .filter((due) => due < secondsOf(snooze.until))
    .toSorted((a, b) => a - b);
  return first === undefined ? undefined : isoOf(first);
}
