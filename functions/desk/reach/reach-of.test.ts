import { describe, expect, test } from 'vitest';
import { reachOf } from './reach-of.ts';

const now = '2026-11-22T12:00:00.000Z';
const hoursAgo = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString();
const way = { connectionId: 'page', channel: 'messenger', address: '77' } as const;
const open = { fileBytesOut: 1000 };
const windowed = { ...open, windowHours: 24, personHours: 168 };

describe('a way to a customer', () => {
  test('without a window is open and stays so', () => {
    expect(reachOf(way, { ...open, textMax: 4096 }, now)).toEqual({
      ...way,
      state: 'open',
      takesTemplates: false,
      textMax: 4096,
      fileBytesMax: 1000,
      canEdit: false,
    });
  });

  test.each([
    ['open within a day, and says until when', 23, 'open', hoursAgo(-1)],
    ['open to a person’s answer within a week', 25, 'person-only', hoursAgo(-143)],
    ['closed after it', 169, 'window-closed', undefined],
  ])('with a window is %s', (_name, hours, state, closesAt) => {
    const reach = reachOf({ ...way, heardAt: hoursAgo(hours) }, windowed, now);

    expect([reach.state, reach.closesAt]).toEqual([state, closesAt]);
  });

  test('is closed at the very moment the window ends', () => {
    expect(reachOf({ ...way, heardAt: hoursAgo(168) }, windowed, now).state).toBe('window-closed');
    expect(reachOf({ ...way, heardAt: hoursAgo(24) }, windowed, now).state).toBe('person-only');
  });

  test('with a window has none when nothing ever came there', () => {
    expect(reachOf(way, windowed, now).state).toBe('window-closed');
  });

  test('takes templates when the window is closed, but not from whoever was stopped', () => {
    const facts = { ...open, windowHours: 24, templates: true };

    expect(reachOf(way, facts, now)).toMatchObject({
      state: 'window-closed',
      takesTemplates: true,
    });
    expect(reachOf({ ...way, blockedAt: now }, facts, now)).toMatchObject({
      state: 'blocked',
      takesTemplates: false,
    });
  });

  test('of a connection that takes in only is none', () => {
    expect(reachOf({ ...way, isMute: true, blockedAt: now }, open, now).state).toBe('no-reply');
  });
});
