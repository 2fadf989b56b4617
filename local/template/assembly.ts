import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { JsonObject } from './json.ts';

/** One stack of a synthesized app, its template still full of intrinsics. */
export type StackTemplate = {
  name: string;
  /** undefined when the app leaves the account or region open. */
  account?: string;
  region?: string;
  template: Template;
};

/** A cloud assembly (`cdk.out`): all stacks, and where each asset's files are on this disk. */
export type Assembly = { stacks: StackTemplate[]; assets: Map<string, string> };

const json = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null);
const templateSchema = z.object({
  Parameters: z.record(z.string(), json).default({}),
  Mappings: z.record(z.string(), json).default({}),
  Conditions: z.record(z.string(), json).default({}),
  Resources: z
    .record(
      z.string(),
      z.object({
        Type: z.string(),
        Condition: z.string().optional(),
        Properties: json.default({}),
      }),
    )
    .default({}),
  Outputs: z.record(z.string(), json).default({}),
});
export type Template = z.infer<typeof templateSchema>;

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});
const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/**
 * Reads `manifest.json` of a cloud assembly and everything it names, nested assemblies (stages)
 * included. @throws when a file is missing or is not what CDK writes.
 */
export async function readAssembly(folder: string): Promise<Assembly> {
  const manifest = manifestSchema.parse(await readJson(join(folder, 'manifest.json')));
  const assembly: Assembly = { stacks: [], assets: new Map() };
  for (const [id, artifact] of Object.entries(manifest.artifacts)) {
    const properties = artifact.properties ?? {};
    const file = String(properties['templateFile'] ?? properties['file'] ?? '');
    if (artifact.type === 'aws:cloudformation:stack') {
      assembly.stacks.push({
        name: String(properties['stackName'] ?? id),
        ...placeOf(artifact.environment ?? ''),
        template: templateSchema.parse(await readJson(join(folder, file))),
      });
    } else if (artifact.type === 'cdk:asset-manifest') {
      for (const [key, path] of await readAssets(folder, file)) assembly.assets.set(key, path);
    } else if (artifact.type === 'cdk:cloud-assembly') {
      const nested = await readAssembly(join(folder, String(properties['directoryName'])));
      assembly.stacks.push(...nested.stacks);
      for (const [key, path] of nested.assets) assembly.assets.set(key, path);
    }
  }
  return assembly;
}

async function readAssets(folder: string, file: string): Promise<[string, string][]> {
  const { files } = assetsSchema.parse(await readJson(join(folder, file)));
  return Object.values(files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ objectKey }): [string, string] => [
      objectKey,
      join(folder, source.path ?? ''),
    ]),
  );
}

/** `aws://unknown-account/eu-west-1` → only what is known. */
function placeOf(environment: string): { account?: string; region?: string } {
  const [account = '', region = ''] = environment.replace('aws://', '').split('/');
  return {
    ...(account.startsWith('unknown') ? {} : { account }),
    ...(region.startsWith('unknown') ? {} : { region }),
  };
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
