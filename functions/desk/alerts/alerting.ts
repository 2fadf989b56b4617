import type { Agent } from '../../../schemas/agent.ts';
import type { AlertPolicy } from '../../../schemas/alert-policy.ts';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line } from '../../../schemas/desk.ts';
import type { Ticket } from '../../../schemas/ticket.ts';

/** What has to be known to say who is told of an alert, and when. */
export type Alerting = {
  readonly policy: AlertPolicy;
  readonly agents: readonly Agent[];
  readonly lines: readonly Line[];
  readonly calendars: readonly Calendar[];
};

/** Whose alert it is. */
export type Alerted = Pick<Ticket, 'topic' | 'line' | 'assigneeId'>;

/** Tells nobody: stories that are played through, and rules that are tried out. */
export const silent: Alerting = {
  policy: { steps: [], digestAbove: 1, holdsOutsideHours: false },
  agents: [],
  lines: [],
  calendars: [],
};
