import type { Calendar, Window } from '../../schemas/calendar.ts';
import type { ClockEvent } from '../../schemas/clock.ts';
import type { Priority } from '../../schemas/primitives.ts';
import type { PromiseUse, ServicePromise } from '../../schemas/promise.ts';

export const HOUR = 3600;

/** `hours('09:00-12:00', '13:30-18:00')` */
export function hours(...spans: string[]): Window[] {
  return spans.map((span) => {
    const [opens = '', closes = ''] = span.split('-');
    return { opens, closes };
  });
}

/** The same windows on every day. */
export function daily(...spans: string[]): Calendar['weekdays'] {
  const day = hours(...spans);
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
}

/** Calendar W of sla.md unless told otherwise: Monday to Friday 09:00 to 17:00 in Berlin. */
export function aCalendar(over: Partial<Calendar> = {}): Calendar {
  return {
    id: 'office',
    version: 1,
    name: 'Office',
    timeZone: 'Europe/Berlin',
    weekdays: { ...daily('09:00-17:00'), sat: [], sun: [] },
    holidays: [],
    ...over,
  };
}

/** Without clocks unless told; warns at the defaults of sla.md rule 13. */
export function aPromise(over: Partial<ServicePromise> = {}): ServicePromise {
  return {
    id: 'promise',
    version: 1,
    name: 'Promise',
    conditions: {},
    normal: {},
    warn: [{ percent: 75 }, { minutesBefore: 15 }],
    options: { agentOpened: 'not-running', thirdParty: 'nobody' },
    ...over,
  };
}

/** A customer's first message opens a ticket. */
export function created(
  at: string,
  over: { openedBy?: 'customer' | 'agent' | 'robot'; priority?: Priority; use?: PromiseUse } = {},
) {
  return { kind: 'created', at, openedBy: 'customer', priority: 'normal', ...over } as const;
}

/** A local time of Berlin in November 2026 (`Fri 16:30` of the week from Monday the 16th, CET) → ISO. */
export function cet(spoken: string): string {
  const [day = 'Mon', time = '00:00'] = spoken.split(' ');
  const date = 16 + ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'next-Mon'].indexOf(day);
  const full = time.length === 5 ? `${time}:00` : time;
  return new Date(`2026-11-${date}T${full}+01:00`).toISOString();
}

let replies = 0;

/** Events by name, for stories that read aloud. */
export const the = {
  customerWrites: (at: string): ClockEvent => ({ kind: 'customer-message', at }),
  humanReplies: (at: string, messageId = `msg_${++replies}`): ClockEvent => ({
    kind: 'human-reply',
    at,
    messageId,
  }),
  robotReplies: (at: string): ClockEvent => ({ kind: 'automatic-reply', at }),
  statusIs: (
    at: string,
    status: 'open' | 'waiting' | 'on_hold' | 'snoozed' | 'closed' | 'spam',
  ): ClockEvent => ({
    kind: 'status',
    at,
    status,
  }),
  priorityIs: (at: string, priority: Priority): ClockEvent => ({ kind: 'priority', at, priority }),
};
