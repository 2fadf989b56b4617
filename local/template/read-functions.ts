import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Inventory } from './inventory.ts';
import type { FunctionModel } from './model.ts';
import { arn, nameInArn } from './place.ts';

const functionProperties = z.object({
  Handler: z.string().optional(),
  Runtime: z.string().optional(),
  Role: z.string(),
  Code: z.object({ S3Key: z.string().optional() }),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
});

/** The functions of the app; those that only serve a deployment's custom resources are left out. */
export function readFunctions(inventory: Inventory, assets: Map<string, string>): FunctionModel[] {
  const deployOnly = inventory.serviceTokens();
  return inventory
    .all('AWS::Lambda::Function', functionProperties)
    .map((resource) => ({ ...resource, arn: arn(resource, 'lambda', `function:${resource.name}`) }))
    .filter((resource) => !deployOnly.has(resource.arn))
    .map(({ name, properties, ...resource }) => {
      if (!properties.Runtime?.startsWith('nodejs')) {
        throw new Error(`${name}: runtime ${properties.Runtime} cannot run here`);
      }
      const folder = assets.get(properties.Code.S3Key ?? '');
      if (!folder) throw new Error(`${name}: its code is not an asset of this app`);
      const [file = '', exportName = ''] = (properties.Handler ?? '').split('.');
      return {
        name,
        arn: resource.arn,
        roleName: nameInArn(properties.Role),
        modulePath: moduleIn(folder, file),
        exportName,
        environment: properties.Environment?.Variables ?? {},
        timeoutSeconds: properties.Timeout,
        memoryMegabytes: properties.MemorySize,
        reservedConcurrency: properties.ReservedConcurrentExecutions,
      };
    });
}

/** Lambda's own order of endings. */
function moduleIn(folder: string, file: string): string {
  const endings = ['.js', '.mjs', '.cjs'];
  const found = endings
    .map((ending) => join(folder, file + ending))
    .find((path) => existsSync(path));
  if (!found) throw new Error(`No module ${file}{${endings.join(',')}} in ${folder}`);
  return found;
}
