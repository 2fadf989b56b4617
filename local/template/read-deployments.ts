import * as z from 'zod';
import type { Inventory } from './inventory.ts';
import type { DeploymentModel } from './model.ts';

const deploymentProperties = z.object({
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.coerce.string())).default([]),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(''),
  SystemMetadata: z.object({ 'cache-control': z.string().optional() }).default({}),
});

/** What `BucketDeployment` copies into buckets while CloudFormation deploys. */
export function readDeployments(
  inventory: Inventory,
  assets: Map<string, string>,
): DeploymentModel[] {
  return inventory
    .all('Custom::CDKBucketDeployment', deploymentProperties)
    .map(({ properties }) => ({
      bucketName: properties.DestinationBucketName,
      // CDK writes `assets` for the folder `assets/`.
      prefix: properties.DestinationBucketKeyPrefix.replace(/[^/]$/, '$&/'),
      cacheControl: properties.SystemMetadata['cache-control'],
      sources: properties.SourceObjectKeys.map((key, index) => {
        const folder = assets.get(key);
        if (!folder) throw new Error(`The deployed asset ${key} is not part of this app`);
        return { folder, markers: properties.SourceMarkers[index] ?? {} };
      }),
    }));
}
