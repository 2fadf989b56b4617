import * as z from 'zod';
import type { BucketDefinition, SecretDefinition, TableDefinition } from '../aws/contract.ts';
import type { Inventory } from './inventory.ts';

const keySchema = z.array(
  z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }),
);
const tableProperties = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
  StreamSpecification: z
    .object({
      StreamViewType: z
        .enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'])
        .default('NEW_AND_OLD_IMAGES'),
    })
    .optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
});

/** Tables as CreateTable takes them; capacity, encryption and backups have no local meaning. */
export function readTables(inventory: Inventory): TableDefinition[] {
  const both = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];
  return both
    .flatMap((type) => inventory.all(type, tableProperties))
    .map(({ name, properties: { TimeToLiveSpecification: expiry, ...table } }) => ({
      create: {
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: table.KeySchema,
        AttributeDefinitions: table.AttributeDefinitions,
        GlobalSecondaryIndexes: table.GlobalSecondaryIndexes,
        StreamSpecification: table.StreamSpecification && {
          StreamEnabled: true,
          StreamViewType: table.StreamSpecification.StreamViewType,
        },
      },
      expiresAttribute: expiry?.Enabled ? expiry.AttributeName : undefined,
    }));
}

const texts = z.array(z.string());
const bucketProperties = z.object({
  CorsConfiguration: z
    .object({
      CorsRules: z.array(
        z.object({
          AllowedOrigins: texts,
          AllowedMethods: texts,
          AllowedHeaders: texts.optional(),
          ExposedHeaders: texts.optional(),
          MaxAge: z.coerce.number().optional(),
        }),
      ),
    })
    .optional(),
  // Only EventBridge's switch is harmless; the others would need deliveries nobody makes here.
  NotificationConfiguration: z.strictObject({ EventBridgeConfiguration: z.unknown() }).optional(),
});

export function readBuckets(inventory: Inventory): BucketDefinition[] {
  return inventory.all('AWS::S3::Bucket', bucketProperties).map(({ name, properties }) => ({
    name,
    cors: properties.CorsConfiguration?.CorsRules.map((rule) => ({
      allowedOrigins: rule.AllowedOrigins,
      allowedMethods: rule.AllowedMethods,
      allowedHeaders: rule.AllowedHeaders,
      exposedHeaders: rule.ExposedHeaders,
      maxAgeSeconds: rule.MaxAge,
    })),
  }));
}

const secretProperties = z.object({
  SecretString: z.string().optional(),
  GenerateSecretString: z
    .strictObject({
      SecretStringTemplate: z.string().optional(),
      GenerateStringKey: z.string().optional(),
      PasswordLength: z.coerce.number().optional(),
      ExcludeCharacters: z.string().optional(),
      ExcludeLowercase: z.boolean().optional(),
      ExcludeUppercase: z.boolean().optional(),
      ExcludeNumbers: z.boolean().optional(),
      ExcludePunctuation: z.boolean().optional(),
      IncludeSpace: z.boolean().optional(),
      RequireEachIncludedType: z.boolean().optional(),
    })
    .optional(),
});

export function readSecrets(inventory: Inventory): SecretDefinition[] {
  return inventory
    .all('AWS::SecretsManager::Secret', secretProperties)
    .map(({ name, properties }) => ({
      name,
      value: properties.SecretString,
      generate: properties.GenerateSecretString,
    }));
}
