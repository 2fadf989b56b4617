import * as z from 'zod';
import type { Inventory } from './inventory.ts';
import type { EventRuleModel } from './model.ts';
import { nameInArn } from './place.ts';

const ruleProperties = z.object({
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z
    .array(
      z.object({
        Arn: z.string(),
        InputTransformer: z.undefined('Input transformers are not emulated').optional(),
      }),
    )
    .default([]),
});

/** Rules of the default bus that put an event on queues; SES's own events are read with its destinations. */
export function readEventRules(inventory: Inventory): EventRuleModel[] {
  return inventory
    .all('AWS::Events::Rule', ruleProperties)
    .filter(({ properties }) => properties.State === 'ENABLED')
    .flatMap(({ name, properties: { EventPattern, Targets } }) => {
      const queues = Targets.filter(({ Arn }) => Arn.split(':')[2] === 'sqs');
      const isMail = JSON.stringify(EventPattern?.['source'] ?? []).includes('aws.ses');
      return EventPattern && !isMail && queues.length > 0
        ? [{ name, pattern: EventPattern, queueNames: queues.map(({ Arn }) => nameInArn(Arn)) }]
        : [];
    });
}
