import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../schemas/calendar.ts';
import type { Line, Topic } from '../../../schemas/desk.ts';
import { chooseLine } from './choose-line.ts';
import type { Asked } from './competence.ts';

const aTopic = (over: Partial<Topic> = {}): Topic => ({
  id: 'payouts',
  name: { en: 'Payouts' },
  question: { en: 'Payouts?' },
  line: 'front',
  keywords: [],
  form: [],
  isPublic: true,
  ...over,
});
const aLine = (id: string, over: Partial<Line> = {}): Line => ({
  id,
  name: { en: id },
  calendarId: id,
  ...over,
});
const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const daily = (opens: string, closes: string) =>
  Object.fromEntries(
    Object.keys(none).map((day) => [day, [{ opens, closes }]]),
  ) as Calendar['weekdays'];
const aCalendar = (id: string, weekdays: Calendar['weekdays'], over: Partial<Calendar> = {}) => ({
  id,
  version: 1,
  name: id,
  timeZone: 'Europe/Berlin',
  weekdays,
  holidays: [],
  ...over,
});
const always = daily('00:00', '24:00');
const day = daily('09:00', '18:00');
const asked = (over: Partial<Asked> = {}): Asked => ({
  topic: 'payouts',
  channel: 'mail',
  language: 'en',
  ...over,
});
/** 10:00 in Berlin, a Monday. */
const monday = '2026-11-23T09:00:00.000Z';

describe('the competent line', () => {
  const topics = [aTopic(), aTopic({ id: 'bug', line: 'second', needs: 3 })];
  const lines = [
    aLine('front'),
    aLine('second', { skills: { topics: { payouts: 5, bug: 2 } }, cost: 30 }),
    aLine('experts', { skills: { topics: { bug: 3 } }, cost: 60 }),
    aLine('vips', { skills: { tiers: { vip: 4 } }, cost: 0 }),
    aLine('russian', { skills: { topics: { payouts: 1 }, languages: { ru: 5 } }, cost: 5 }),
    aLine('chats', { skills: { channels: { chat: 1 }, topics: { payouts: 1 } }, cost: 1 }),
  ];
  const calendars = lines.map(({ id }) => aCalendar(id, always));
  const choose = (over: Partial<Asked>, using = lines) =>
    chooseLine(asked(over), { topics, lines: using, calendars }, monday);

  test.each([
    ['the cheapest, of equally cheap ones the earlier', {}, 'front'],
    ['one for a tier, for nobody else', { tier: 'vip', topic: 'bug' }, 'vips'],
    ['the one whose level is what the topic needs', { topic: 'bug' }, 'experts'],
  ] as const)('is %s', (_, over, line) => {
    expect(choose(over)).toEqual({ line, why: 'competence' });
  });

  const withoutFront = lines.filter(({ id }) => id !== 'front');
  test.each([
    ['the language is spoken there', { language: 'ru' }, 'russian'],
    ['the language is not', { language: 'en' }, 'second'],
    ['nobody recognized the language', { language: undefined }, 'russian'],
    ['it is for this channel', { channel: 'chat' }, 'chats'],
  ] as const)('counts whether %s', (_, over, line) => {
    expect(choose(over, withoutFront)?.line).toBe(line);
  });

  test('is the topic’s own when none is competent', () => {
    const second = aLine('second', { skills: { topics: { bug: 1 } } });

    expect(choose({ topic: 'bug' }, [second])).toEqual({ line: 'second', why: 'topic' });
  });

  test('is none of a topic that is gone', () => {
    expect(choose({ topic: 'gone' }, [aLine('front')])).toBeUndefined();
  });
});

describe('a closed line', () => {
  const front = aLine('front', { outside: 'overflow' });
  const night = aLine('night', { skills: { topics: { payouts: 1 } }, cost: 10 });
  const agency = aLine('agency', { skills: { topics: { bug: 1 } }, cost: 99 });
  const at = (
    now: string,
    lines: readonly Line[],
    hours: Readonly<Record<string, Calendar['weekdays']>>,
    over: Partial<Calendar> = {},
  ) => {
    const calendars = Object.entries(hours).map(([id, weekdays]) => aCalendar(id, weekdays, over));
    return chooseLine(asked(), { topics: [aTopic()], lines, calendars }, now);
  };
  const evening = '2026-11-23T18:00:00.000Z';

  test.each([
    ['waits if nothing is said', { outside: undefined }, { line: 'front', why: 'waits' }],
    ['waits if it should', { outside: 'wait' }, { line: 'front', why: 'waits' }],
    ['goes to the next competent one', {}, { line: 'night', why: 'overflow', from: 'front' }],
    [
      'goes where it is sent, competent or not',
      { overflowTo: 'agency' },
      { line: 'agency', why: 'overflow', from: 'front' },
    ],
    [
      'goes to the next one where the named line is gone',
      { overflowTo: 'gone' },
      { line: 'night', why: 'overflow', from: 'front' },
    ],
    [
      'goes to the next one where it is sent to itself',
      { overflowTo: 'front' },
      { line: 'night', why: 'overflow', from: 'front' },
    ],
  ] as const)('%s', (_, over, expected) => {
    const lines = [{ ...front, ...over }, night, agency];

    expect(at(evening, lines, { front: day, night: always, agency: always })).toEqual(expected);
  });

  test('goes to the next one while the named line is closed, too', () => {
    const lines = [{ ...front, overflowTo: 'agency' }, night, agency];

    expect(at(evening, lines, { front: day, night: always, agency: day })?.line).toBe('night');
  });

  test('keeps its work when all are closed', () => {
    expect(at(evening, [front, night], { front: day, night: day })).toEqual({
      line: 'front',
      why: 'waits',
    });
  });

  const late = daily('22:00', '24:00');
  const early = daily('00:00', '06:00');
  test.each([
    ['the last second of the day', '2026-11-23T16:59:59.999Z', 'front'],
    ['closing time itself', '2026-11-23T17:00:00.000Z', 'night'],
    ['a second before opening', '2026-11-24T07:59:59.000Z', 'night'],
    ['opening', '2026-11-24T08:00:00.000Z', 'front'],
  ])('is told by the second: %s', (_, now, line) => {
    expect(at(now, [front, night], { front: day, night: always })?.line).toBe(line);
  });

  test.each([
    ['a second before midnight', '2026-11-23T22:59:59.000Z', 'front'],
    ['midnight', '2026-11-23T23:00:00.000Z', 'night'],
  ])('is told by the zone’s own midnight: %s', (_, now, line) => {
    expect(at(now, [front, night], { front: late, night: early })?.line).toBe(line);
  });

  test.each([
    ['a holiday', [], 'night'],
    ['a holiday with reduced hours', [{ opens: '09:00', closes: '12:00' }], 'front'],
  ])('is closed on %s as the calendar says', (_, windows, line) => {
    const lines = [front, night];
    const calendars = [
      aCalendar('front', day, {
        holidays: [{ name: 'Feast', date: '2026-11-23', yearly: false, windows }],
      }),
      aCalendar('night', always),
    ];

    expect(chooseLine(asked(), { topics: [aTopic()], lines, calendars }, monday)?.line).toBe(line);
  });

  // 29 March 2026: 02:00 becomes 03:00 in Berlin; 25 October: 03:00 becomes 02:00.
  const small = daily('01:00', '03:00');
  test.each([
    ['before clocks go forward', '2026-03-29T00:59:59.000Z', 'front'],
    ['in the hour that is skipped', '2026-03-29T01:00:00.000Z', 'night'],
    ['in the hour that comes twice, the first time', '2026-10-25T00:30:00.000Z', 'front'],
    ['in the hour that comes twice, the second time', '2026-10-25T01:30:00.000Z', 'front'],
    ['after it', '2026-10-25T02:00:00.000Z', 'night'],
  ])('is open by the wall clock: %s', (_, now, line) => {
    expect(at(now, [front, night], { front: small, night: always })?.line).toBe(line);
  });
});
