import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScheduleModel } from '../../template/model.ts';
import { cronOf, rateSeconds, startSchedule } from './schedule.ts';

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

describe('a running schedule', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = (target: ScheduleModel['target']) => {
    const sent: unknown[] = [];
    const called: unknown[] = [];
    const running = startSchedule({
      model: { name: 'minute', expression: 'rate(1 minute)', timezone: 'UTC', target },
      functionNamed: (name) => ({
        invoke: async (event) => {
          called.push([name, event]);
          return { kind: 'answer', payload: 'null' };
        },
      }),
      queues: {
        send: async (name, body, delaySeconds) => {
          sent.push([name, JSON.parse(body), delaySeconds]);
          return 'm-1';
        },
      },
      account: '000000000000',
      region: 'eu-west-1',
    });
    return { running, sent, called };
  };
  const event = expect.objectContaining({ 'detail-type': 'Scheduled Event', source: 'aws.events' });

  it('calls its function', () => {
    const { running, sent, called } = start({ functionName: 'clock' });

    vi.advanceTimersByTime(60_000);
    running.stop();

    expect(called).toEqual([['clock', event]]);
    expect(sent).toEqual([]);
  });

  it('puts its event on its queue, with the queue’s own delay', () => {
    const { running, sent, called } = start({ queueName: 'later' });

    vi.advanceTimersByTime(120_000);
    running.stop();
    vi.advanceTimersByTime(60_000);

    expect(sent).toEqual([
      ['later', event, undefined],
      ['later', event, undefined],
    ]);
    expect(called).toEqual([]);
  });
});
