import { describe, expect, it } from 'vitest';
import { forInput, snoozeMoments } from './snooze-moments.ts';

const from = (day: number, hour: number) => new Date(2026, 10, day, hour, 0).getTime();
const moment = (moments: ReturnType<typeof snoozeMoments>, name: string) =>
  moments.find((one) => one.name === name)?.until;

describe('moments to put a ticket away for', () => {
  it.each([
    ['Sunday', 22, 23],
    ['Monday', 23, 30],
    ['Saturday', 28, 30],
  ])('on a %s have Monday at nine', (_, today, monday) => {
    const until = moment(snoozeMoments(from(today, 12)), 'monday');

    expect(until).toEqual(new Date(2026, 10, monday, 9, 0));
  });

  it('have no evening once it has begun', () => {
    expect(moment(snoozeMoments(from(22, 18)), 'evening')).toBeUndefined();
  });

  it('have tomorrow over the end of a month', () => {
    const until = moment(snoozeMoments(from(30, 12)), 'tomorrow');

    expect(until).toEqual(new Date(2026, 11, 1, 9, 0));
  });

  it('are written for the browser in the person’s own time', () => {
    expect(forInput(from(22, 7))).toBe('2026-11-22T07:00');
  });
});
