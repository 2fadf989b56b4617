import { describe, expect, it } from 'vitest';
import type { PromiseUse, ServicePromise } from '../../../schemas/promise.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import type { TimelineEntry } from '../../../schemas/timeline.ts';
import { aCalendar, aPromise, cet, created, HOUR } from '../../../test/make/a-promise.ts';
import { aTicket } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { robot } from '../access.ts';
import { changed } from '../tickets/changed.ts';
import { advanceClocks, clockFields, TimelineNeeded } from '../tickets/clocked.ts';
import { messageFrom } from '../tickets/message.ts';
import { tickTicket } from '../tickets/tick.ts';
import { applyPromiseTo } from './apply.ts';
import { bookOf, referencesOf } from './book.ts';
import { startClocks } from './clocks.ts';
import { pinUse } from './select-promise.ts';

const office = aCalendar();
const shorter = aCalendar({ version: 2, weekdays: { ...office.weekdays, fri: [] } });
const first = (hours: number, over: Partial<ServicePromise> = {}) =>
  aPromise({
    normal: { 'first-reply': { calendar: 'office', targetSeconds: { normal: hours * HOUR } } },
    warn: [],
    ...over,
  });
const old = first(4);
const quicker = first(2, { version: 2 });
const book = bookOf([old, quicker], [office, shorter]);

const openedAt = cet('Mon 10:00');
const opened = (use: PromiseUse | undefined = pinUse(old, 'normal', [office])): Ticket => {
  const clocks = startClocks(created(openedAt, use ? { use } : {}), book);
  return changed(aTicket({ createdAt: openedAt }), clockFields(clocks)).ticket;
};

const apply = (
  ticket: Ticket,
  {
    now = cet('Mon 11:00'),
    promises = [quicker],
    calendars = [office],
    timeline,
  }: Partial<Parameters<typeof applyPromiseTo>[0]> = {},
) =>
  applyPromiseTo({
    ticket,
    promises,
    calendars,
    book,
    by: robot,
    now,
    ...(timeline && { timeline }),
  });

describe('applying promises to an open ticket', () => {
  it('gives it the promise that would be its now, from the original start', () => {
    const change = apply(opened());

    expect(change?.ticket).toMatchObject({
      dueAt: cet('Mon 12:00'),
      clocks: { use: { promise: 'promise@2' } },
    });
    expect(change?.entries).toMatchObject([
      { kind: 'promise', data: { from: 'promise@1', to: 'promise@2', profile: 'normal' } },
    ]);
  });

  it('changes nothing when it is repeated', () => {
    const change = apply(opened());

    expect(apply(change?.ticket ?? opened(), { now: cet('Mon 11:05') })).toBeUndefined();
  });

  it('is a change, too, when only the hours are new', () => {
    const change = apply(opened(), { promises: [old], calendars: [shorter] });

    expect(change?.ticket.clocks?.use).toEqual({
      promise: 'promise@1',
      profile: 'normal',
      calendars: ['office@2'],
    });
  });

  it('keeps a breach that is on record', () => {
    const breached = tickTicket({ ticket: opened(), book, now: cet('Mon 14:01') })?.ticket;
    const kinder = first(40, { version: 2 });
    const both = bookOf([old, kinder], [office]);

    const change = applyPromiseTo({
      ticket: breached ?? opened(),
      promises: [kinder],
      calendars: [office],
      book: both,
      by: robot,
      now: cet('Mon 15:00'),
    });

    expect(change?.ticket).toMatchObject({ isBreached: true, dueAt: cet('Mon 14:00') });
  });

  it('breaches now what would be past its new due', () => {
    const change = apply(opened(), { now: cet('Mon 13:00') });

    expect(change?.ticket.isBreached).toBe(true);
    expect(change?.entries.at(-1)).toMatchObject({ kind: 'breached' });
    expect(change?.ticket.reminders).toMatchObject([{ on: 'breach' }]);
  });

  it('keeps the profile given at creation', () => {
    const rushed = first(4, { peak: old.normal });
    const inPeak = { ...quicker, peak: quicker.normal };
    const peaks = bookOf([rushed, inPeak], [office]);
    const clocks = startClocks(created(openedAt, { use: pinUse(rushed, 'peak', [office]) }), peaks);
    const ticket = changed(aTicket(), clockFields(clocks)).ticket;

    const change = applyPromiseTo({
      ticket,
      promises: [inPeak],
      calendars: [office],
      book: peaks,
      by: robot,
      now: cet('Mon 11:00'),
    });

    expect(change?.ticket.clocks?.use?.profile).toBe('peak');
  });

  it.each([
    ['no promise matches it any more', opened(), []],
    ['it has not been dispatched', aTicket(), [quicker]],
    [
      'it is closed',
      {
        ...opened(),
        ...advanceClocks(opened(), [{ kind: 'status', at: cet('Mon 10:30'), status: 'closed' }], {
          book,
        }).fields,
      },
      [quicker],
    ],
  ])('leaves it alone when %s', (_, ticket, promises) => {
    expect(apply(ticket, { promises })).toBeUndefined();
  });

  it('remembers which versions its time was counted in', () => {
    const change = apply(opened(), { calendars: [shorter] });

    expect(referencesOf(change?.ticket.clocks ?? {})).toEqual({
      promises: ['promise@1', 'promise@2'],
      calendars: ['office@1', 'office@2'],
    });
  });

  it('is told again by the whole timeline, when that has to be folded', () => {
    const ticket = opened();
    const question = messageFrom(anInbound({ occurredAt: openedAt }), {
      ticketId: ticket.id,
      kind: 'customer',
      now: openedAt,
    });
    const change = apply(ticket);
    const timeline: readonly TimelineEntry[] = [question, ...(change?.entries ?? [])];
    const bounce = { kind: 'delivery-failed', at: cet('Mon 11:30'), messageId: 'none' } as const;

    const folded = advanceClocks(change?.ticket ?? ticket, [bounce], { book, timeline });

    expect(folded.fields.clocks?.running).toEqual(change?.ticket.clocks?.running);
    expect(folded.fields.clocks).toMatchObject({
      use: change?.ticket.clocks?.use,
      past: change?.ticket.clocks?.past,
    });
  });

  it('asks for the timeline when it brings a clock that began in the past', () => {
    const resolution = {
      calendar: '24x7',
      targetSeconds: { normal: 24 * HOUR },
      variant: 'total',
    } as const;
    const more = first(2, { version: 2, normal: { ...quicker.normal, resolution } });
    const asking = {
      ticket: opened(),
      promises: [more],
      calendars: [office],
      book: bookOf([old, more], [office]),
      by: robot,
      now: cet('Mon 11:00'),
    };
    const question = messageFrom(anInbound({ occurredAt: openedAt }), {
      ticketId: asking.ticket.id,
      kind: 'customer',
      now: openedAt,
    });

    expect(() => applyPromiseTo(asking)).toThrow(TimelineNeeded);
    const change = applyPromiseTo({ ...asking, timeline: [question] });
    expect(change?.ticket.clocks?.running.map(({ kind }) => kind)).toEqual([
      'first-reply',
      'resolution',
    ]);
  });
});
