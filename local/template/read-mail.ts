import * as z from 'zod';
import type { Inventory } from './inventory.ts';
import type { MailEventRuleModel, ReceiptRuleModel } from './model.ts';
import { nameInArn } from './place.ts';

const s3Action = z.object({
  BucketName: z.string(),
  ObjectKeyPrefix: z.string().default(''),
  TopicArn: z.string().optional(),
});
const receiptRuleProperties = z.object({
  Rule: z.object({
    Enabled: z.boolean().default(false),
    ScanEnabled: z.boolean().default(false),
    Recipients: z.array(z.string()).default([]),
    Actions: z.array(z.strictObject({ S3Action: s3Action.optional() })).default([]),
  }),
});

/** Receipt rules that keep the mail in S3; any other action is refused by the schema. */
export function readReceiptRules(inventory: Inventory): ReceiptRuleModel[] {
  return inventory
    .all('AWS::SES::ReceiptRule', receiptRuleProperties)
    .filter(({ properties }) => properties.Rule.Enabled)
    .flatMap(({ name, properties: { Rule } }) =>
      Rule.Actions.flatMap(({ S3Action }) =>
        S3Action
          ? {
              name,
              recipients: Rule.Recipients,
              scans: Rule.ScanEnabled,
              bucketName: S3Action.BucketName,
              prefix: S3Action.ObjectKeyPrefix,
              topicName: S3Action.TopicArn && nameInArn(S3Action.TopicArn),
            }
          : [],
      ),
    );
}

const destinationProperties = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(false),
    MatchingEventTypes: z.array(z.string()),
    SnsDestination: z.object({ TopicARN: z.string() }).optional(),
    EventBridgeDestination: z.object({ EventBusArn: z.string() }).optional(),
  }),
});
const ruleProperties = z.object({
  EventPattern: z
    .object({
      source: z.array(z.string()).optional(),
      'detail-type': z.array(z.string()).optional(),
    })
    .catchall(z.unknown())
    .optional(),
  Targets: z.array(z.object({ Arn: z.string() })).default([]),
});

/** EventBridge's names for SES's event types. */
const detailTypes: Record<string, string> = {
  'Email Sent': 'send',
  'Email Delivered': 'delivery',
  'Email Bounced': 'bounce',
  'Email Complaint Received': 'complaint',
};
export const detailTypeOf = (eventType: string): string | undefined =>
  Object.entries(detailTypes).find(([, type]) => type === eventType.toLowerCase())?.[0];

/** Where SES's sending events go: configuration set → topic, or → default bus → rule → target. */
export function readMailEvents(inventory: Inventory): MailEventRuleModel[] {
  const destinations = inventory
    .all('AWS::SES::ConfigurationSetEventDestination', destinationProperties)
    .filter(({ properties }) => properties.EventDestination.Enabled)
    .map(({ properties }) => ({
      configurationSet: properties.ConfigurationSetName,
      ...properties.EventDestination,
      types: properties.EventDestination.MatchingEventTypes.map((type) => type.toLowerCase()),
    }));
  const rules = inventory
    .all('AWS::Events::Rule', ruleProperties)
    .filter(({ properties }) => properties.EventPattern?.source?.includes('aws.ses'));
  return destinations.flatMap(
    ({ configurationSet, types, SnsDestination }): MailEventRuleModel[] => {
      if (SnsDestination) {
        const target = { topicName: nameInArn(SnsDestination.TopicARN) };
        return [{ configurationSet, eventTypes: types, target, envelope: 'sns' }];
      }
      return rules.flatMap(({ properties }) => {
        const wanted = properties.EventPattern?.['detail-type']?.map((type) => detailTypes[type]);
        const eventTypes = types.filter((type) => !wanted || wanted.includes(type));
        return properties.Targets.map(({ Arn }) => ({
          configurationSet,
          eventTypes,
          target: targetOf(Arn),
          envelope: 'eventBridge' as const,
        }));
      });
    },
  );
}

function targetOf(arn: string): MailEventRuleModel['target'] {
  const service = arn.split(':')[2];
  if (service === 'sqs') return { queueName: nameInArn(arn) };
  if (service === 'lambda') return { functionName: nameInArn(arn) };
  if (service === 'sns') return { topicName: nameInArn(arn) };
  throw new Error(`SES events cannot go to ${arn} here`);
}
