import { describe, expect, it } from 'vitest';
import { aCalendar, aPromise } from '../../../test/make/a-promise.ts';
import { defaultLines } from '../defaults/lines.ts';
import { defaultTiers } from '../defaults/tiers.ts';
import { defaultTopics } from '../defaults/topics.ts';
import { defaultCalendars, defaultPromises } from '../promises/defaults.ts';
import { changesOf } from './changes-of.ts';
import { lineFaults } from './line-faults.ts';
import { calendarFaults, promiseFaults, topicFaults } from './list-faults.ts';
import { numbered } from './numbered.ts';

const desk = {
  deployedTopics: defaultTopics.map(({ id }) => id),
  topics: defaultTopics,
  lines: defaultLines,
  calendars: defaultCalendars('Europe/Berlin'),
  promises: defaultPromises,
  tiers: defaultTiers,
  agents: [{ id: 'agt_olga1' }],
  now: Date.parse('2026-11-22T10:00:00Z') / 1000,
};
const messages = (faults: readonly { message: string }[]) => faults.map(({ message }) => message);

describe('the lists a desk starts from', () => {
  it('may be saved as they are', () => {
    expect([
      ...topicFaults(desk.topics, desk),
      ...lineFaults(desk.lines, desk),
      ...calendarFaults(desk.calendars, desk),
      ...promiseFaults(desk.promises, desk),
    ]).toEqual([]);
  });
});

describe('a list is not saved', () => {
  it('with a topic that has no queue, or a line that does not exist', () => {
    const [first] = defaultTopics;
    if (!first) throw new Error('no topic');

    expect(topicFaults([{ ...first, id: 'new-one', line: 'gone' }], desk)).toEqual([
      {
        path: '0.id',
        message: '"new-one" is not deployed (desk.config.ts)',
        code: 'not-deployed',
        data: { id: 'new-one' },
      },
      {
        path: '0.line',
        message: 'there is no line "gone"',
        code: 'no-line',
        data: { id: 'gone' },
      },
    ]);
  });

  it('with one id twice', () => {
    const [first] = defaultLines;

    expect(messages(lineFaults([...defaultLines, ...(first ? [first] : [])], desk))).toEqual([
      '"front" is there twice',
    ]);
  });

  it('without a line that topics still use', () => {
    const faults = lineFaults(
      defaultLines.filter(({ id }) => id !== 'second'),
      desk,
    );

    expect(faults.map(({ message }) => message).join()).toContain(
      '"second" cannot be taken away: the topic',
    );
  });

  it('without a calendar that a line or a promise still uses', () => {
    const [fault] = calendarFaults([], desk);

    expect(fault?.message).toBe('"front" cannot be taken away: the line "front" still uses it');
  });

  it('with a calendar that never opens', () => {
    const never = aCalendar({
      weekdays: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    });

    expect(messages(calendarFaults([...desk.calendars, never], desk))[0]).toContain('no open time');
  });

  it('with a promise that counts on what is not there', () => {
    const promise = aPromise({
      normal: { 'first-reply': { calendar: 'gone', targetSeconds: { normal: 60 } } },
      conditions: { topics: ['nowhere'], lines: ['nobody'] },
    });

    expect(promiseFaults([promise], desk).map(({ path }) => path)).toEqual([
      '0.normal',
      '0.conditions.topics',
      '0.conditions.lines',
    ]);
  });
});

describe('versions', () => {
  it('rise for what changed and for nothing else', () => {
    const [a, b] = [aCalendar({ id: 'a' }), aCalendar({ id: 'b' })];

    const saved = numbered([a, b], [{ ...a, name: 'Other', version: 77 }, b], 0);

    expect(saved.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('are never used again by an item that comes back', () => {
    const a = aCalendar({ id: 'a' });
    const changed = numbered([a], [{ ...a, name: 'Second' }], 0);
    const gone = numbered(changed, [], 1);

    const [again] = numbered(gone, [{ ...a, name: 'Third' }], 2);

    expect(again?.version).toBe(4);
  });
});

describe('the record of a save', () => {
  it('names what came, went and changed, and a new order', () => {
    const before = [
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
      { id: 'c', n: 1 },
    ];
    const after = [
      { id: 'c', n: 1 },
      { id: 'a', n: 2 },
      { id: 'd', n: 1 },
    ];

    expect(changesOf(before, after)).toEqual({
      added: [{ id: 'd', n: 1 }],
      removed: [{ id: 'b', n: 1 }],
      changed: [{ before: { id: 'a', n: 1 }, after: { id: 'a', n: 2 } }],
      reordered: true,
    });
  });
});

it('a form is not saved with a question that says nothing, or a choice of nothing', () => {
  const [first, ...others] = defaultTopics;
  if (!first) throw new Error('no topic');
  const field = { id: 'why', label: { en: '' }, kind: 'choice', required: false } as const;

  expect(
    topicFaults([{ ...first, form: [field] }, ...others], desk).map(({ path }) => path),
  ).toEqual(['0.form.0.label.en', '0.form.0.options']);
});
