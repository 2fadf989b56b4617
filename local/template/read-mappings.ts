import * as z from 'zod';
import type { Inventory, Typed } from './inventory.ts';
import type { MappingModel } from './model.ts';
import { nameInArn } from './place.ts';

const count = z.coerce.number();
const mappingProperties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: count.optional(),
  MaximumBatchingWindowInSeconds: count.default(0),
  FunctionResponseTypes: z.array(z.string()).default([]),
  Enabled: z.boolean().default(true),
  ScalingConfig: z.object({ MaximumConcurrency: count.optional() }).optional(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).default('TRIM_HORIZON'),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: count.default(-1),
  MaximumRecordAgeInSeconds: count.default(-1),
  DestinationConfig: z
    .object({ OnFailure: z.object({ Destination: z.string() }).optional() })
    .optional(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
});

/** Queue and table-stream mappings; defaults are Lambda's own (10 for queues, 100 for streams). */
export function readMappings(inventory: Inventory): MappingModel[] {
  return inventory.all('AWS::Lambda::EventSourceMapping', mappingProperties).map(readMapping);
}

function readMapping(resource: Typed<z.infer<typeof mappingProperties>>): MappingModel {
  const { properties } = resource;
  const service = properties.EventSourceArn.split(':')[2];
  const base = {
    uuid: resource.ref,
    functionName: functionNameIn(properties.FunctionName),
    sourceArn: properties.EventSourceArn,
    batchSize: properties.BatchSize ?? (service === 'sqs' ? 10 : 100),
    windowSeconds: properties.MaximumBatchingWindowInSeconds,
    reportsItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    enabled: properties.Enabled,
    filters: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern)),
  };
  if (service === 'sqs') {
    return {
      ...base,
      kind: 'queue',
      queueName: nameInArn(properties.EventSourceArn),
      maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency,
    };
  }
  if (service !== 'dynamodb') throw new Error(`No event source for ${properties.EventSourceArn}`);
  const failure = properties.DestinationConfig?.OnFailure?.Destination;
  return {
    ...base,
    kind: 'stream',
    tableName: properties.EventSourceArn.split('/')[1] ?? '',
    startsAt: properties.StartingPosition,
    bisects: properties.BisectBatchOnFunctionError,
    maximumRetries: properties.MaximumRetryAttempts,
    maximumAgeSeconds: properties.MaximumRecordAgeInSeconds,
    failureQueueName: failure?.split(':')[2] === 'sqs' ? nameInArn(failure) : undefined,
  };
}

/** A function is named by its name, its ARN, or an ARN inside API Gateway's invocation address. */
export function functionNameIn(reference: string): string {
  return /function:([^:/]+)/.exec(reference)?.[1] ?? reference;
}
