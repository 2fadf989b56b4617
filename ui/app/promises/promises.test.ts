import { expect, it } from 'vitest';
import { ServicePromise } from '../../../schemas/promise.ts';
import {
  blankClock,
  blankPromise,
  calendarIdsOf,
  secondsOf,
  spanOf,
  withClock,
  withCondition,
} from './promises.ts';

const blank = blankPromise([], 'New promise');

it('a new promise can be saved as it is, under an id of its own', () => {
  expect(ServicePromise.parse(blank)).toEqual(blank);
  expect(blankPromise([{ ...blank, id: 'promise-2' }], 'x').id).toBe('promise-3');
});

it.each([
  [0, 30, 1800],
  [8, 0, 28_800],
  [1, 90, 9000],
  [0, 0, undefined],
  [Number.NaN, 1, undefined],
])('%i hours and %i minutes are %s seconds', (hours, minutes, seconds) => {
  expect(secondsOf(hours, minutes)).toBe(seconds);
});

it('seconds are shown as hours and minutes', () => {
  expect(spanOf(9000)).toEqual({ hours: 2, minutes: 30 });
  expect(spanOf(undefined)).toEqual({ hours: 0, minutes: 0 });
});

it('a clock is switched on and off', () => {
  const profile = blankClock({}, 'resolution');

  expect(profile.resolution?.variant).toBe('waiting');
  expect(withClock(profile, 'resolution', undefined)).toEqual({});
});

it('a condition without values is none', () => {
  const some = withCondition({}, 'topics', ['bug']);

  expect(some).toEqual({ topics: ['bug'] });
  expect(withCondition(some, 'topics', [])).toEqual({});
});

it('its calendars are those of both profiles, all hours being none', () => {
  const office = { calendar: 'office', targetSeconds: { normal: 60 } };

  expect([...calendarIdsOf({ ...blank, peak: { update: office } })]).toEqual(['office']);
});
