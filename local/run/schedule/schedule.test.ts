import { describe, expect, it } from 'vitest';
import { cronOf, rateSeconds } from './schedule.ts';

describe('reading a schedule', () => {
  it.each([
    ['rate(1 minute)', 60],
    ['rate(5 minutes)', 300],
    ['rate(2 hours)', 7_200],
    ['rate(1 day)', 86_400],
    ['cron(0 6 * * ? *)', undefined],
  ])('%s repeats every %s seconds', (expression, seconds) => {
    expect(rateSeconds(expression)).toBe(seconds);
  });

  it.each([
    ['cron(0 6 * * ? *)', '2026-11-23T06:00:00.000Z'],
    ['cron(30 7 ? * 2-6 *)', '2026-11-23T07:30:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-11-22T10:15:00.000Z'],
    ['cron(0 0 1 * ? 2027)', '2027-01-01T00:00:00.000Z'],
  ])('%s next falls at %s', (expression, at) => {
    const next = cronOf(expression, 'UTC').nextRun(new Date('2026-11-22T10:00:00Z'));

    expect(next?.toISOString()).toBe(at);
  });

  it('refuses five fields', () => {
    expect(() => cronOf('cron(0 6 * * *)', 'UTC')).toThrow('Not a schedule');
  });
});
