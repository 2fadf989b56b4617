import * as z from 'zod';
import type { Inventory } from './inventory.ts';
import type { BehaviorModel, DistributionModel } from './model.ts';
import { readResponseHeaders } from './read-response-headers.ts';

const behavior = z.object({
  PathPattern: z.string().default('*'),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(
      z.object({
        EventType: z.enum(['viewer-request', 'viewer-response']),
        FunctionARN: z.string(),
      }),
    )
    .default([]),
});
const distributionProperties = z.object({
  DistributionConfig: z.object({
    Aliases: z.array(z.string()).default([]),
    DefaultRootObject: z.string().optional(),
    DefaultCacheBehavior: behavior,
    CacheBehaviors: z.array(behavior).default([]),
    CustomErrorResponses: z
      .array(
        z.object({
          ErrorCode: z.coerce.number(),
          ResponsePagePath: z.string().optional(),
          ResponseCode: z.coerce.number().optional(),
        }),
      )
      .default([]),
    Origins: z.array(
      z.object({ Id: z.string(), DomainName: z.string(), OriginPath: z.string().default('') }),
    ),
  }),
});
const codeProperties = z.object({ FunctionCode: z.string() });

type Config = z.infer<typeof distributionProperties>['DistributionConfig'];

export function readDistributions(inventory: Inventory): DistributionModel[] {
  return inventory
    .all('AWS::CloudFront::Distribution', distributionProperties)
    .map(({ ref, properties: { DistributionConfig: config } }) => ({
      domainName: `${ref}.cloudfront.net`,
      aliases: config.Aliases,
      rootObject: config.DefaultRootObject,
      behaviors: [
        ...config.CacheBehaviors,
        { ...config.DefaultCacheBehavior, PathPattern: '*' },
      ].map((item) => readBehavior(inventory, config, item)),
      errors: config.CustomErrorResponses.map((error) => ({
        code: error.ErrorCode,
        path: error.ResponsePagePath,
        status: error.ResponseCode,
      })),
    }));
}

function readBehavior(
  inventory: Inventory,
  config: Config,
  item: z.infer<typeof behavior>,
): BehaviorModel {
  const origin = config.Origins.find(({ Id }) => Id === item.TargetOriginId);
  if (!origin) throw new Error(`No origin ${item.TargetOriginId}`);
  const codeOf = (event: string): string | undefined => {
    const association = item.FunctionAssociations.find(({ EventType }) => EventType === event);
    return (
      association &&
      inventory.byRef('AWS::CloudFront::Function', association.FunctionARN, codeProperties)
        .properties.FunctionCode
    );
  };
  const bucket = /^(.+?)\.s3[.-][^/]*amazonaws\.com$/.exec(origin.DomainName)?.[1];
  return {
    pattern: item.PathPattern,
    origin: bucket
      ? { bucketName: bucket, path: origin.OriginPath }
      : { host: origin.DomainName, path: origin.OriginPath },
    allowedMethods: item.AllowedMethods,
    viewerRequest: codeOf('viewer-request'),
    viewerResponse: codeOf('viewer-response'),
    responseHeaders: readResponseHeaders(inventory, item.ResponseHeadersPolicyId),
  };
}
