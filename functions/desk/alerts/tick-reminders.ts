import type { ClockAlert, ClockState } from '../../../schemas/clock.ts';
import type { Reminder, Ticket } from '../../../schemas/ticket.ts';
import type { TicketEvent } from '../../../schemas/timeline.ts';
import { robot } from '../access.ts';
import { eventIdOf } from '../ids.ts';
import { isoOf } from '../promises/instance-of.ts';
import { alertEvent } from '../tickets/clocked.ts';
import {
  type Addressed,
  address,
  addressedData,
  isSomebody,
  nobody,
  together,
} from './addressed.ts';
import type { Alerting } from './alerting.ts';
import { personalWays, placesOf, recipientsOf } from './recipients.ts';
import { clockOf, earliest, standingOf } from './reminders.ts';

type Ticking = {
  readonly ticket: Ticket;
  /** As time left them: after the tick. */
  readonly clocks: ClockState | undefined;
  /** What this tick recorded. */
  readonly alerts: readonly ClockAlert[];
  readonly alerting: Alerting;
  readonly now: string;
};

export type Reminded = {
  readonly events: readonly TicketEvent[];
  readonly reminders: Reminder[] | undefined;
};

/** An alert noticed later than this after its moment is marked late, as in `promises/alerts.ts`. */
const lateAfter = 120_000;

/** About which clock, and since when its rungs count. */
type About = Pick<Reminder, 'instance' | 'on'> & { readonly since: string };

/**
 * Who is told of what this tick recorded and of reminders whose moment has come, and what is planned for later: the rungs
 * of the ladder, and what is held until somebody's hours. All of it is saved with the ticket under its version, so a
 * sweep that is repeated, or dies anywhere, plans and tells each once. By one tick nobody is told twice about one clock.
 */
export const tickReminders = ({ ticket, clocks, alerts, alerting, now }: Ticking): Reminded => {
  const { steps } = alerting.policy;
  const events: TicketEvent[] = [];
  const told = new Map<string, Addressed>();
  let open = ticket.reminders ?? [];

  const plan = (more: readonly Reminder[]) => {
    open = [...open, ...more];
  };
  const tell = (
    instance: string,
    index: number,
    people: readonly string[],
    isHeld = false,
  ): Addressed => {
    const step = steps[index];
    const before = told.get(instance) ?? nobody;
    const by = step ? personalWays(step) : (['screen', 'mail'] as const);
    const places = step && !isHeld ? placesOf(step) : [];
    const fresh = address(before, { people, by, places });
    told.set(instance, together(before, fresh));
    return fresh;
  };
  /** One rung: who is reached now; who is not is put off. */
  const climb = ({ instance, on }: About, index: number): Addressed => {
    const recipients = recipientsOf(index, { ticket, alerting, now });
    plan(
      recipients.held.flatMap(({ at, for: ids }) =>
        inTwenties(ids).map((some) => ({ at, instance, on, step: index, for: some })),
      ),
    );
    return tell(instance, index, recipients.now);
  };
  /** The rungs that come with the alert itself; later ones are planned. */
  const begin = (about: About): Addressed => {
    const rungs = [...steps.entries()].filter(([, { on }]) => on === about.on);
    plan(
      rungs
        .filter(([, { afterMinutes }]) => afterMinutes > 0)
        .map(([step, { afterMinutes }]) => ({
          at: minutesAfter(about.since, afterMinutes),
          instance: about.instance,
          on: about.on,
          step,
        })),
    );
    return rungs
      .filter(([, { afterMinutes }]) => afterMinutes === 0)
      .reduce((all, [index]) => together(all, climb(about, index)), nobody);
  };
  const isDue = (reminder: Reminder) =>
    reminder.at <= now && standingOf(reminder, clocks) === 'live';

  for (const alert of alerts) {
    const { instance, what: on, at: since } = alert;
    const addressed = alert.announce ? begin({ instance, on, since }) : nobody;
    const event = alertEvent(ticket.id, alert);
    const data = { ...event.data, planned: true, ...addressedData(addressed) };
    events.push({ ...event, data });
  }
  for (let due = open.filter(isDue); due.length > 0; due = open.filter(isDue)) {
    const [first] = earliest(due);
    if (!first) break;
    open = open.filter((reminder) => reminder !== first);
    const { instance, on, step, at } = first;
    const isStillARung = step !== undefined && steps[step]?.on === on;
    const addressed = first.for
      ? tell(instance, isStillARung ? step : -1, activeOf(first.for, alerting), true)
      : step === undefined
        ? begin({ instance, on, since: at })
        : isStillARung
          ? climb({ instance, on, since: at }, step)
          : nobody;
    if (isSomebody(addressed))
      events.push(remindedEvent(first, addressed, { ticket, clocks, now }));
  }
  const left = open.filter((reminder) => standingOf(reminder, clocks) !== 'gone');
  return { events, reminders: left.length > 0 ? earliest(left) : undefined };
};

const minutesAfter = (since: string, minutes: number): string =>
  new Date(Date.parse(since) + minutes * 60_000).toISOString();

const inTwenties = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / 20) }, (_, index) =>
    ids.slice(index * 20, index * 20 + 20),
  );

const activeOf = (ids: readonly string[], { agents }: Pick<Alerting, 'agents'>) =>
  ids.filter((id) => agents.some((agent) => agent.id === id && agent.active));

/** The id is made of what the reminder is: recorded again it is the same entry. */
const remindedEvent = (
  { at, instance, on, step, dueAt, for: held }: Reminder,
  addressed: Addressed,
  { ticket, clocks, now }: Pick<Ticking, 'ticket' | 'clocks' | 'now'>,
): TicketEvent => {
  const due = clockOf(clocks, { instance })?.due;
  return {
    type: 'event',
    id: eventIdOf(
      `${ticket.id}|${instance}|${on}|${step ?? 'own'}|${at}|${held?.join() ?? 'rung'}|reminded`,
    ),
    ticketId: ticket.id,
    kind: 'reminded',
    by: robot,
    occurredAt: at,
    data: {
      instance,
      clock: instance.slice(0, instance.indexOf('@')),
      on,
      ...(step !== undefined && { step }),
      dueAt: due === undefined ? (dueAt ?? at) : isoOf(due),
      late: held === undefined && Date.parse(now) - Date.parse(at) > lateAfter,
      ...addressedData(addressed),
    },
  };
};
