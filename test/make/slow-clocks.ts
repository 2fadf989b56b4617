import type { Calendar } from '../../schemas/calendar.ts';
import type { ClockEvent, ClockStatus } from '../../schemas/clock.ts';
import type { Priority } from '../../schemas/primitives.ts';
import type { ClockKind, Profile, ServicePromise } from '../../schemas/promise.ts';
import { slowlyOpen } from './slow-calendar.ts';

/** What a clock came to, in minutes since the ticket's creation. */
export interface SlowClock {
  kind: ClockKind;
  start: number;
  target: number;
  /** Nothing is stamped before. */
  since: number;
  /** Calendar by minute: from when, whether open. */
  hours: { from: number; isOpen: (minute: number) => boolean }[];
  /** Row of `COUNTS` by minute: an applied promise may have another variant. */
  rows: { from: number; row: string }[];
  breached?: number;
  ended?: number;
  /** Ended by spam, goes on if it was none. */
  asleep?: boolean;
  outcome?: 'met' | 'missed' | 'cancelled';
}

const COUNTS: Record<string, ClockStatus[]> = {
  waiting: ['open', 'on_hold', 'snoozed'],
  agent: ['open', 'snoozed'],
  total: ['open', 'on_hold', 'snoozed', 'waiting'],
  update: ['open', 'on_hold', 'snoozed'],
  reply: ['open', 'on_hold', 'snoozed', 'waiting'],
  always: ['open', 'on_hold', 'snoozed', 'waiting', 'closed', 'spam'],
};

/**
 * Promises reckoned the slow way: one minute after the other, with the status and the wall clock looked up for
 * each. Shares no code with the clocks it judges. Stories keep to whole minutes.
 */
export class SlowClocks {
  readonly all: SlowClock[] = [];
  readonly #statuses: { from: number; status: ClockStatus }[] = [{ from: 0, status: 'open' }];
  #priority: Priority = 'normal';
  #asked: number | undefined = 0;
  #spoken = false;
  #promise: ServicePromise;
  readonly #start: number;
  readonly #calendars: readonly Calendar[];

  constructor(start: number, promise: ServicePromise, calendars: readonly Calendar[]) {
    this.#start = start;
    this.#promise = promise;
    this.#calendars = calendars;
    this.#begin('first-reply', 0, 0);
    this.#begin('resolution', 0, 0);
  }

  #status(minute: number): ClockStatus {
    return this.#statuses.findLast((s) => s.from <= minute)?.status ?? 'open';
  }

  get #isOver(): boolean {
    return ['closed', 'spam'].includes(this.#statuses.at(-1)?.status ?? 'open');
  }

  #hours(id: string): (minute: number) => boolean {
    const calendar = this.#calendars.find((c) => c.id === id);
    if (!calendar) return () => true;
    const isOpen = slowlyOpen(calendar);
    return (minute) => isOpen(this.#start + minute * 60);
  }

  #terms(kind: ClockKind): { target: number; calendar: string } | undefined {
    const found: Profile[ClockKind] = this.#promise.normal[kind];
    if (!found) return undefined;
    const { targetSeconds } = found;
    return {
      target: (targetSeconds[this.#priority] ?? targetSeconds.normal) / 60,
      calendar: found.calendar,
    };
  }

  #begin(kind: ClockKind, start: number, since: number): void {
    const terms = this.#terms(kind);
    if (!terms) return;
    const hours = [{ from: start, isOpen: this.#hours(terms.calendar) }];
    const rows = [{ from: 0, row: this.#row(kind) }];
    this.all.push({ kind, start, since, target: terms.target, hours, rows });
  }

  #live(...kinds: ClockKind[]): SlowClock[] {
    return this.all.filter(
      (c) => c.ended === undefined && (kinds.length === 0 || kinds.includes(c.kind)),
    );
  }

  /** Clocks that run or may go on after reopening. */
  #kept(): SlowClock[] {
    return this.all.filter(
      (c) =>
        c.target !== Infinity && (c.ended === undefined || c.kind === 'resolution' || c.asleep),
    );
  }

  #row(kind: ClockKind): string {
    if (kind === 'resolution') return this.#promise.normal.resolution?.variant ?? 'waiting';
    return kind === 'update' ? 'update' : 'reply';
  }

  isCounting(clock: SlowClock, minute: number): boolean {
    const row = clock.rows.findLast((r) => r.from <= minute)?.row ?? 'reply';
    return COUNTS[row]?.includes(this.#status(minute)) ?? false;
  }

  /** The minute at whose beginning the target has been counted, looking no further than `until`. */
  reached(clock: SlowClock, until: number): number | undefined {
    let counted = 0;
    for (let minute = clock.start; minute < until; minute++) {
      const isOpen = clock.hours.findLast((h) => h.from <= minute)?.isOpen(minute) ?? false;
      if (isOpen && this.isCounting(clock, minute)) counted++;
      if (counted === clock.target) return minute + 1;
    }
    return undefined;
  }

  /** Stamps what is past at the beginning of a minute, by the status just before or after its events. */
  stamp(minute: number, statusAt = minute): void {
    for (const clock of this.#live()) {
      if (clock.breached !== undefined) continue;
      const reached = this.reached(clock, minute);
      const isPast = reached !== undefined && reached < minute;
      const wasRetargeted =
        clock.since === minute && isPast && this.#stoppedAfter(clock, reached, minute);
      if (isPast && (this.isCounting(clock, statusAt) || wasRetargeted)) {
        clock.breached = Math.max(reached, clock.since);
      }
    }
  }

  /** Whether the clock went on counting after it reached its target, before it was stopped. */
  #stoppedAfter(clock: SlowClock, reached: number, minute: number): boolean {
    for (let m = reached; m < minute; m++) if (this.isCounting(clock, m)) return true;
    return false;
  }

  #end(kinds: ClockKind[], at: number, isCancelled: boolean): void {
    for (const clock of this.#live(...kinds)) {
      clock.ended = at;
      clock.outcome = isCancelled ? 'cancelled' : clock.breached === undefined ? 'met' : 'missed';
    }
  }

  #setStatus(status: ClockStatus, at: number): void {
    const wasOver = this.#isOver;
    const counted = new Map(this.all.map((c) => [c, this.isCounting(c, at)]));
    this.#statuses.push({ from: at, status });
    if (this.#isOver) {
      this.#end(['first-reply', 'next-reply', 'update'], at, true);
      this.#end(['resolution'], at, status === 'spam');
      for (const clock of this.all) {
        if (status === 'spam' && !wasOver && clock.ended === at) clock.asleep ??= true;
        if (status === 'closed') clock.asleep = false;
      }
      if (status === 'closed') this.#asked = undefined;
    } else if (wasOver) {
      for (const clock of this.all.filter((c) => c.ended !== undefined)) {
        const goesOn = clock.kind === 'resolution' || clock.asleep;
        if (clock.target === Infinity || !goesOn) continue;
        delete clock.ended;
        delete clock.outcome;
        delete clock.asleep;
        clock.since = at;
      }
      if (this.#asked !== undefined) this.#ask(this.#asked, at);
    }
    for (const clock of this.#live()) {
      if (counted.get(clock) === false && this.isCounting(clock, at)) clock.since = at;
    }
  }

  #ask(start: number, since: number): void {
    if (this.#live('first-reply', 'next-reply').length > 0) return;
    this.#begin(this.#spoken ? 'next-reply' : 'first-reply', start, since);
  }

  #retarget(at: number): void {
    for (const clock of this.#kept()) {
      const terms = this.#terms(clock.kind);
      if (!terms || clock.breached !== undefined || clock.target === terms.target) continue;
      clock.target = terms.target;
      clock.since = at;
    }
  }

  #apply(promise: ServicePromise, at: number): void {
    if (promise === this.#promise) return;
    const lost = this.#live().filter((c) => !promise.normal[c.kind]);
    for (const clock of lost) this.#end([clock.kind], at, true);
    // What the new promise lacks has ended for good and is not found again by reopening.
    for (const clock of this.#kept()) if (!promise.normal[clock.kind]) clock.target = Infinity;
    this.#promise = promise;
    const carried = this.all.filter((c) => c.target !== Infinity);
    for (const clock of this.#kept()) {
      const terms = this.#terms(clock.kind);
      if (!terms || clock.breached !== undefined) continue;
      clock.target = terms.target;
      clock.since = at;
      clock.hours.push({ from: at, isOpen: this.#hours(terms.calendar) });
      clock.rows.push({ from: at, row: this.#row(clock.kind) });
    }
    if (this.#isOver) return;
    if (this.#asked !== undefined) this.#ask(this.#asked, at);
    if (!carried.some((c) => c.kind === 'resolution')) this.#begin('resolution', 0, at);
  }

  take(event: ClockEvent, at: number, promises: readonly ServicePromise[]): void {
    if (event.kind === 'customer-message') {
      if (!['open', 'spam'].includes(this.#statuses.at(-1)?.status ?? ''))
        this.#setStatus('open', at);
      this.#asked ??= at;
      if (!this.#isOver) this.#ask(this.#asked, at);
    }
    if (event.kind === 'human-reply') {
      this.#end(['first-reply', 'next-reply', 'update'], at, false);
      for (const clock of this.all) if (clock.ended !== undefined) clock.asleep = false;
      this.#asked = undefined;
      this.#spoken = true;
      if (!this.#isOver) this.#begin('update', at, at);
    }
    if (event.kind === 'status') this.#setStatus(event.status, at);
    if (event.kind === 'priority') {
      this.#priority = event.priority;
      this.#retarget(at);
    }
    if (event.kind === 'promise') {
      const promise = promises.find((p) => `${p.id}@${p.version}` === event.promise);
      if (promise) this.#apply(promise, at);
    }
    if (event.kind === 'merged' && event.unansweredAt && !this.#isOver) {
      const unanswered = (Date.parse(event.unansweredAt) / 1000 - this.#start) / 60;
      this.#asked = Math.min(this.#asked ?? unanswered, unanswered);
      const [clock] = this.#live('first-reply', 'next-reply');
      if (!clock) this.#ask(unanswered, at);
      // What happened to this ticket before the merge does not concern the other's question.
      const own = this.#live('first-reply', 'next-reply')[0];
      if (own && own.breached === undefined && (!clock || unanswered < clock.start)) {
        own.rows = [
          { from: 0, row: 'always' },
          { from: clock ? clock.start : at, row: 'reply' },
        ];
      }
      if (clock && unanswered < clock.start && clock.breached === undefined) {
        clock.start = unanswered;
        clock.since = at;
        if (clock.hours[0]) clock.hours[0].from = unanswered;
      }
    }
  }
}
