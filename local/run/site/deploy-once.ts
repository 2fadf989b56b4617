import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectAccess } from '../../aws/access.ts';
import type { DeskModel } from '../../template/model.ts';
import { deployFiles } from './deploy-files.ts';

/** Copies what changed since the last start: an asset's folder is named by its content. */
export async function deployOnce(options: {
  model: DeskModel;
  objects: ObjectAccess;
  rewrite: (text: string) => string;
  dataFolder: string;
}): Promise<void> {
  const { model, objects, rewrite, dataFolder } = options;
  const file = join(dataFolder, 'deployed.json');
  const wanted = JSON.stringify(
    model.deployments.map((one) => ({
      ...one,
      sources: one.sources.map(({ folder, markers }) => [folder, rewrite(JSON.stringify(markers))]),
    })),
  );
  if (readText(file) === wanted) return;
  for (const deployment of model.deployments) await deployFiles(deployment, objects, rewrite);
  writeFileSync(file, wanted);
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
