import { randomUUID } from 'node:crypto';
import { Cron } from 'croner';
import type { QueueAccess } from '../../aws/access.ts';
import type { ScheduleModel } from '../../template/model.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';

const UNIT_SECONDS: Record<string, number> = { minute: 60, hour: 3_600, day: 86_400 };

/** A running schedule; `stop` ends it. */
export type RunningSchedule = { stop: () => void };

/**
 * Calls a function by `rate(…)` or `cron(…)` as EventBridge does, or puts the event on a queue, which delays it as it
 * delays every message. A rate begins at the start of
 * the desk; an event that falls while the desk is down is not made up for.
 */
export function startSchedule(options: {
  model: ScheduleModel;
  functionNamed: (name: string) => Pick<LambdaFunction, 'invoke'>;
  queues: Pick<QueueAccess, 'send'>;
  account: string;
  region: string;
}): RunningSchedule {
  const { model, functionNamed, queues, account, region } = options;
  const { target } = model;
  const call = (): void => {
    const event = model.input ?? scheduledEvent(model.name, account, region, new Date());
    if ('queueName' in target) void queues.send(target.queueName, JSON.stringify(event));
    else void functionNamed(target.functionName).invoke(event);
  };
  const seconds = rateSeconds(model.expression);
  if (seconds !== undefined) {
    const timer = setInterval(call, seconds * 1_000);
    return { stop: () => clearInterval(timer) };
  }
  const job = cronOf(model.expression, model.timezone, call);
  return { stop: () => job.stop() };
}

/** Seconds of `rate(5 minutes)`; undefined for any other expression. */
export function rateSeconds(expression: string): number | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  return count && unit ? Number(count) * (UNIT_SECONDS[unit] ?? 0) : undefined;
}

/**
 * AWS's six fields: minute hour day-of-month month day-of-week year, days of the week from 1 =
 * Sunday, and `?` for "the other day field decides".
 * @throws on anything else
 */
export function cronOf(expression: string, timezone: string, call?: () => void): Cron {
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6) throw new Error(`Not a schedule: ${expression}`);
  const pattern = ['0', ...fields.map((field) => (field === '?' ? '*' : field))].join(' ');
  const options = { alternativeWeekdays: true, domAndDow: true, sloppyRanges: true, timezone };
  return call ? new Cron(pattern, options, call) : new Cron(pattern, { ...options, paused: true });
}

function scheduledEvent(name: string, account: string, region: string, now: Date) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time: `${now.toISOString().slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:events:${region}:${account}:rule/${name}`],
    detail: {},
  };
}
