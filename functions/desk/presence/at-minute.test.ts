import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { Presence } from '../../../schemas/presence.ts';
import { anAgent } from '../../../test/make/a-ticket.ts';
import { presenceAt } from './at-minute.ts';
import { atWork, wished } from './change.ts';
import { shiftOf } from './shift.ts';

const day = [{ opens: '09:00', closes: '17:00' }];
const hours: Calendar = {
  id: 'hours',
  version: 1,
  name: 'Hours',
  timeZone: 'UTC',
  weekdays: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  holidays: [],
};
const lines = [{ id: 'front', name: { en: 'Front' }, calendarId: 'hours' }];
const olga = anAgent();
/** Monday the 2nd. */
const at = (time: string, date = '02') => `2026-11-${date}T${time}:00.000Z`;
const aPresence = (over: Partial<Presence>): Presence => ({
  agentId: olga.id,
  state: 'available',
  since: at('10:00'),
  by: 'self',
  version: 4,
  ...over,
});
const minute = (over: Partial<Presence>, now: string, isConnected = true) => {
  const presence = aPresence(over);
  const shift = shiftOf({ agent: olga, lines, calendars: [hours], since: presence.since, now });
  return presenceAt({ presence, shift, isConnected, now });
};
const off = { state: 'off', by: 'shift' } as const;

describe('working hours', () => {
  test('are the shift’s, else those of the lines', () => {
    const night = {
      ...hours,
      id: 'night',
      weekdays: { ...hours.weekdays, mon: [{ opens: '20:00', closes: '24:00' }] },
    };
    const ask = { lines, calendars: [hours, night], since: at('10:00'), now: at('21:00') };

    expect(shiftOf({ ...ask, agent: olga })).toEqual({
      isOn: false,
      hasStarted: false,
      hasEnded: true,
      changesAt: at('09:00', '03'),
    });
    expect(shiftOf({ ...ask, agent: { ...olga, shiftId: 'night' } })).toMatchObject({
      isOn: true,
      hasStarted: true,
    });
  });

  test('around the clock have no edges', () => {
    expect(
      shiftOf({ agent: olga, lines, calendars: [], since: at('10:00'), now: at('12:00') }),
    ).toEqual({ isOn: true, hasStarted: false, hasEnded: false });
  });
});

describe('a minute', () => {
  test.each<[string, Partial<Presence>, string, boolean, Partial<Presence> | undefined]>([
    ['changes nobody who is at work', {}, at('11:00'), true, undefined],
    ['sends home at closing time', {}, at('17:00'), true, off],
    [
      'sends home also who is away, also after an outage',
      { state: 'away' },
      at('23:00'),
      false,
      off,
    ],
    [
      'lets work overtime who says so after closing',
      { since: at('17:30') },
      at('19:00'),
      true,
      undefined,
    ],
    [
      'brings back whose shift begins and whose screen is open',
      { ...off, since: at('17:00') },
      at('09:00', '03'),
      true,
      { state: 'available', by: 'shift' },
    ],
    [
      'leaves at home whose screen is not',
      { ...off, since: at('17:00') },
      at('09:00', '03'),
      false,
      undefined,
    ],
    [
      'leaves at home who said so themselves',
      { state: 'off', since: at('16:00') },
      at('09:00', '03'),
      true,
      undefined,
    ],
    [
      'brings back at the moment named',
      { state: 'away', until: at('12:00') },
      at('12:00'),
      true,
      { state: 'available', by: 'self' },
    ],
    [
      'does not bring back before it',
      { state: 'busy', until: at('12:00') },
      at('11:59'),
      true,
      undefined,
    ],
    [
      'finds the last screen gone',
      {},
      at('11:00'),
      false,
      { state: 'available', seenAt: at('11:00') },
    ],
    ['waits for a screen', { seenAt: at('11:00') }, at('11:09'), false, undefined],
    ['finds it back', { seenAt: at('11:00') }, at('11:09'), true, { state: 'available' }],
    [
      'counts ten without one as away',
      { seenAt: at('11:00') },
      at('11:10'),
      false,
      { state: 'away', by: 'silence' },
    ],
    [
      'brings back who was silent only',
      { state: 'away', by: 'silence' },
      at('11:30'),
      true,
      { state: 'available' },
    ],
    ['does not bring back who said they are away', { state: 'away' }, at('11:30'), true, undefined],
    ['asks no screen of who is off', { state: 'off' }, at('11:30'), false, undefined],
  ])('%s', (_, over, now, isConnected, expected) => {
    const result = minute(over, now, isConnected);

    if (expected) expect(result).toMatchObject({ ...expected, version: 5 });
    else expect(result).toBeUndefined();
  });

  test('outside the hours ends an absence without bringing anybody back', () => {
    const result = minute({ state: 'away', since: at('18:00'), until: at('19:00') }, at('19:00'));

    expect(result).toMatchObject({ state: 'away', version: 5 });
    expect(result).not.toHaveProperty('until');
  });
});

describe('a screen that is back', () => {
  test('takes the moment out at which it was missed', () => {
    expect(minute({ seenAt: at('11:00') }, at('11:09'))).not.toHaveProperty('seenAt');
  });
});

describe('what somebody says', () => {
  const known = { agentId: olga.id, presence: undefined, now: at('10:00') };

  test('begins their record, and keeps what they were handed lately', () => {
    const pushed = [{ ticketId: 'tkt_1', version: 2, channel: 'chat' as const, at: at('09:59') }];

    expect(wished(known, { state: 'available' }, 'self')).toMatchObject({ version: 1 });
    expect(
      wished({ ...known, presence: aPresence({ pushed }) }, { state: 'busy' }, 'self'),
    ).toMatchObject({ state: 'busy', pushed, version: 5 });
  });

  test.each([
    [{ state: 'away', until: at('10:00') }],
    [{ state: 'off', until: at('12:00') }],
    [{ state: 'available', until: at('12:00') }],
  ] as const)('is refused when it names no moment of return: %o', (wish) => {
    expect(() => wished(known, wish, 'self')).toThrow('Name a moment in the future');
  });
});

describe('taking the next ticket', () => {
  test.each([
    [undefined, 'available'],
    ['off', 'available'],
    ['away', 'available'],
    ['busy', undefined],
    ['available', undefined],
  ] as const)('of who is %s makes them %s', (state, expected) => {
    const presence = state && aPresence({ state });
    const work = atWork({ agentId: olga.id, presence, now: at('10:00') });

    expect(work?.state).toBe(expected);
  });
});
