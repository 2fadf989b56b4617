import { describe, expect, it } from 'vitest';
import { changesIn, differencesOf, nameOf } from './difference.ts';

describe('what differs between two values', () => {
  it('names each leaf that changed, came or went', () => {
    const before = { name: { en: 'Pay', ru: 'Деньги' }, line: 'first', isPublic: true };
    const after = { name: { en: 'Payouts', ru: 'Деньги' }, isPublic: true, keywords: ['paid'] };

    expect(differencesOf(before, after)).toEqual([
      { path: ['name', 'en'], before: 'Pay', after: 'Payouts' },
      { path: ['line'], before: 'first' },
      { path: ['keywords'], after: ['paid'] },
    ]);
  });

  it('follows the items of a list by their ids, so that one removal is one line', () => {
    const [a, b] = [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ];

    expect(differencesOf({ form: [a, b] }, { form: [b] })).toEqual([
      { path: ['form', 'a', 'id'], before: 'a' },
      { path: ['form', 'a', 'label'], before: 'A' },
    ]);
  });

  it('is nothing where nothing differs', () => {
    expect(differencesOf({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toEqual([]);
  });
});

describe('the changes on record', () => {
  it('are read of lists and of single things', () => {
    expect(changesIn({ added: [1], removed: [], changed: [], reordered: true })).toMatchObject({
      added: [1],
      reordered: true,
    });
    expect(changesIn({ before: { role: 'admin' }, after: { role: 'operator' } })?.changed).toEqual([
      { before: { role: 'admin' }, after: { role: 'operator' } },
    ]);
  });

  it('of another shape are left to be shown as they are', () => {
    expect(changesIn('{"added":[{"id')).toBeUndefined();
    expect(changesIn({ count: 3 })).toBeUndefined();
  });
});

it('a thing is called by its name in the person’s language, else by its id', () => {
  expect(nameOf({ id: 'x', name: { en: 'Line', ru: 'Линия' } }, 'ru')).toBe('Линия');
  expect(nameOf({ id: 'x', name: 'Rule' }, 'en')).toBe('Rule');
  expect(nameOf({ id: 'x' }, 'en')).toBe('x');
});
