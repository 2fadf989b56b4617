import type { CheckState } from '../../../schemas/connection-health.ts';

/** What traffic says of a connection: a message left, one could not leave for our sake, our credentials are refused. */
export type TrafficNews = 'sent' | 'trouble' | 'revoked';

/**
 * How traffic moves a connection's state; a check sets it outright. A message that left says nothing of a hook that is
 * missing, and a connection nobody has set up yet cannot begin to fail.
 */
export const healthStates: Readonly<
  Record<CheckState, Readonly<Partial<Record<TrafficNews, CheckState>>>>
> = {
  'not-checked': { sent: 'working', trouble: 'failing', revoked: 'revoked' },
  'not-set-up': { sent: 'working', revoked: 'revoked' },
  working: { trouble: 'failing', revoked: 'revoked' },
  failing: { sent: 'working', revoked: 'revoked' },
  'hook-missing': { revoked: 'revoked' },
  revoked: { sent: 'working' },
};

/** Somebody must act: customers are not heard or not answered. */
export const needsHelp = (state: CheckState): boolean =>
  state === 'failing' || state === 'revoked' || state === 'hook-missing';
