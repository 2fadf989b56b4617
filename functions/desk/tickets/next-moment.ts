import type { Ticket } from '../../../schemas/ticket.ts';
import { standingOf } from '../alerts/reminders.ts';
import { nextDue } from '../promises/tick.ts';

type Timed = Pick<Ticket, 'clocks' | 'snoozedUntil' | 'hold' | 'reminders'>;

/** When time alone does something to the ticket next: a warning or breach, waking, a hold's end, a held alert. */
export const nextMoment = ({ clocks, snoozedUntil, hold, reminders }: Timed): string | undefined =>
  [
    clocks && nextDue(clocks)?.at,
    snoozedUntil,
    hold?.until,
    // A paused clock's reminders wait with it.
    ...(reminders ?? [])
      .filter((reminder) => standingOf(reminder, clocks) === 'live')
      .map(({ at }) => at),
  ]
    .filter((moment) => moment !== undefined)
    .toSorted()[0];
