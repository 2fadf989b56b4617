import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import settings from '../../desk.config.ts';
import { deskApp } from '../../lib/desk-app.ts';
import type { DeskSettingsInput } from '../../schemas/settings.ts';

export type Resource = {
  /** `stack/logicalId`. */
  id: string;
  type: string;
  properties: Record<string, unknown>;
  deletionPolicy?: string;
};

export type SynthesizedDesk = {
  /** Folder of the cloud assembly. */
  folder: string;
  resources: Resource[];
  of(type: string): Resource[];
  forget(): void;
};

const functionNames = readdirSync(join(import.meta.dirname, '../../lib/functions'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !['parts', 'hook-routes'].includes(name));

/**
 * The desk of `desk.config.ts` (or a change of it) as templates. Code is one line per function: what is asked
 * here is what surrounds it.
 * @param options.checked runs cdk-nag and the schema validation; findings throw
 */
export function synthesizeDesk(
  change: Partial<DeskSettingsInput> = {},
  { checked = false } = {},
): SynthesizedDesk {
  const root = mkdtempSync(join(tmpdir(), 'firstline-infra-'));
  const folder = join(root, 'cdk.out');
  for (const name of functionNames) {
    mkdirSync(join(root, 'functions', name), { recursive: true });
    writeFileSync(
      join(root, 'functions', name, 'index.mjs'),
      `export const handler = '${name}';\n`,
    );
  }
  mkdirSync(join(root, 'web', 'assets'), { recursive: true });
  writeFileSync(join(root, 'web', 'index.html'), '<!doctype html>\n');
  writeFileSync(join(root, 'web', 'assets', 'index.js'), '');
  const app = deskApp({
    settings: { ...settings, ...change },
    codeFolder: join(root, 'functions'),
    webFolder: join(root, 'web'),
    app: { outdir: folder },
  });
  if (checked) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth({ skipValidation: !checked });
  const resources = readTemplates(folder);
  return {
    folder,
    resources,
    of: (type) => resources.filter((resource) => resource.type === type),
    forget: () => rmSync(root, { recursive: true, force: true }),
  };
}

type Template = {
  Resources: Record<
    string,
    { Type: string; Properties?: Record<string, unknown>; DeletionPolicy?: string }
  >;
};

function readTemplates(folder: string): Resource[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.template.json'))
    .flatMap((file) => {
      const template = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template;
      return Object.entries(template.Resources).map(([id, resource]) => ({
        id: `${file.replace('.template.json', '')}/${id}`,
        type: resource.Type,
        properties: resource.Properties ?? {},
        deletionPolicy: resource.DeletionPolicy,
      }));
    });
}
