import * as z from 'zod';
import type { Inventory } from './inventory.ts';
import type { ScheduleModel } from './model.ts';
import { nameInArn } from './place.ts';
import { functionNameIn } from './read-mappings.ts';

const target = z.object({ Arn: z.string(), Input: z.string().optional() });
const enabled = z.enum(['ENABLED', 'DISABLED']).default('ENABLED');
const ruleProperties = z.object({
  ScheduleExpression: z.string().optional(),
  State: enabled,
  Targets: z.array(target).default([]),
});
const scheduleProperties = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: enabled,
  Target: target,
});

/** Everything that calls a function, or puts an event on a queue, by the clock: EventBridge rules and Scheduler's schedules. */
export function readSchedules(inventory: Inventory): ScheduleModel[] {
  const rules = inventory
    .all('AWS::Events::Rule', ruleProperties)
    .filter(({ properties }) => properties.State === 'ENABLED' && properties.ScheduleExpression)
    .flatMap(({ name, properties }) =>
      properties.Targets.map((to) => ({
        name,
        expression: properties.ScheduleExpression ?? '',
        timezone: 'UTC',
        ...called(to),
      })),
    );
  const schedules = inventory
    .all('AWS::Scheduler::Schedule', scheduleProperties)
    .filter(({ properties }) => properties.State === 'ENABLED')
    .map(({ name, properties }) => ({
      name,
      expression: properties.ScheduleExpression,
      timezone: properties.ScheduleExpressionTimezone,
      ...called(properties.Target),
    }));
  return [...rules, ...schedules];
}

function called({ Arn, Input }: z.infer<typeof target>) {
  return { target: targetIn(Arn), input: Input === undefined ? undefined : JSON.parse(Input) };
}

function targetIn(arn: string): ScheduleModel['target'] {
  const service = arn.split(':')[2];
  if (service === 'lambda') return { functionName: functionNameIn(arn) };
  if (service === 'sqs') return { queueName: nameInArn(arn) };
  throw new Error(`A schedule cannot call ${arn} here`);
}
