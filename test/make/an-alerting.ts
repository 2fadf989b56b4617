import type { Alerting } from '../../functions/desk/alerts/alerting.ts';
import { defaultAlerts } from '../../functions/desk/defaults/alerts.ts';
import type { Agent } from '../../schemas/agent.ts';
import type { AlertPolicy, AlertStep } from '../../schemas/alert-policy.ts';
import type { Calendar } from '../../schemas/calendar.ts';
import { aCalendar, daily } from './a-promise.ts';

/** A breach told at once to the holder, on the screen and by mail, unless told otherwise. */
export const aStep = (over: Partial<AlertStep> = {}): AlertStep => ({
  on: 'breach',
  afterMinutes: 0,
  to: ['assignee'],
  by: ['screen', 'mail'],
  ...over,
});

type Over = {
  readonly agents?: readonly Agent[];
  readonly steps?: AlertStep[];
  /** Besides those of the two lines. */
  readonly calendars?: readonly Calendar[];
  /** Of the front line. */
  readonly onCall?: string[];
  readonly holds?: boolean;
};

/** A front line in office hours (Berlin) and a night line. */
export const anAlerting = (over: Over = {}): Alerting => ({
  policy: {
    steps: over.steps ?? [aStep()],
    digestAbove: 5,
    holdsOutsideHours: over.holds ?? true,
  },
  agents: over.agents ?? [],
  lines: [
    { id: 'front', name: { en: 'Front' }, calendarId: 'office', onCall: over.onCall },
    { id: 'night', name: { en: 'Night' }, calendarId: 'nights' },
  ],
  calendars: [
    aCalendar(),
    aCalendar({ id: 'nights', weekdays: daily('00:00-06:00', '22:00-24:00') }),
    ...(over.calendars ?? []),
  ],
});

/** As a new desk tells alerts, but at any hour and one by one. */
export const alertsAtOnce: AlertPolicy = {
  ...defaultAlerts,
  holdsOutsideHours: false,
  digestAbove: 1000,
};
