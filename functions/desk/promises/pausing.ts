import type { ClockStatus } from '../../../schemas/clock.ts';
import type { ClockKind, ResolutionVariant } from '../../../schemas/promise.ts';

type Variant = ResolutionVariant | 'reply' | 'update';
type Situation = ClockStatus | 'snoozed-for-customer';

/**
 * What a status does to a clock: it runs, pauses, or ends (rules 5 to 9). After `closed` a resolution clock goes
 * on with what was left if the ticket is reopened. `docs/PROMISES.md` shows this table; a test compares.
 */
export const EFFECTS: Record<Situation, Record<Variant, 'runs' | 'pauses' | 'ends'>> = {
  open: { reply: 'runs', update: 'runs', waiting: 'runs', agent: 'runs', total: 'runs' },
  waiting: { reply: 'runs', update: 'pauses', waiting: 'pauses', agent: 'pauses', total: 'runs' },
  on_hold: { reply: 'runs', update: 'runs', waiting: 'runs', agent: 'pauses', total: 'runs' },
  snoozed: { reply: 'runs', update: 'runs', waiting: 'runs', agent: 'runs', total: 'runs' },
  'snoozed-for-customer': {
    reply: 'runs',
    update: 'pauses',
    waiting: 'pauses',
    agent: 'pauses',
    total: 'runs',
  },
  closed: { reply: 'ends', update: 'ends', waiting: 'ends', agent: 'ends', total: 'ends' },
  spam: { reply: 'ends', update: 'ends', waiting: 'ends', agent: 'ends', total: 'ends' },
};

export interface StatusNow {
  readonly status: ClockStatus;
  /** Snoozed until the customer answers. */
  readonly forCustomer?: boolean | undefined;
}

export function isOver(status: ClockStatus): boolean {
  return status === 'closed' || status === 'spam';
}

/** Whether a clock does not count in a status. */
export function isStopped(kind: ClockKind, variant: ResolutionVariant, now: StatusNow): boolean {
  const situation =
    now.status === 'snoozed' && now.forCustomer ? 'snoozed-for-customer' : now.status;
  const row = EFFECTS[situation];
  if (kind === 'resolution') return row[variant] !== 'runs';
  return row[kind === 'update' ? 'update' : 'reply'] !== 'runs';
}
