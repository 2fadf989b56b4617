import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ObjectAccess } from '../../aws/access.ts';
import type { DeploymentModel } from '../../template/model.ts';
import { contentTypeOf } from './content-type.ts';

/** Copies a bucket deployment's folders into its bucket; answers how many files. */
export async function deployFiles(
  deployment: DeploymentModel,
  objects: ObjectAccess,
  rewrite: (text: string) => string,
): Promise<number> {
  let count = 0;
  for (const { folder, markers } of deployment.sources) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const key = deployment.prefix + relative(folder, path).split(sep).join('/');
      const body = fill(await readFile(path), markers, rewrite);
      await objects.put(deployment.bucketName, key, body, contentTypeOf(path));
      count += 1;
    }
  }
  return count;
}

/** Values known only after deployment stand as markers in the files of `Source.data`. */
function fill(
  body: Buffer,
  markers: Record<string, string>,
  rewrite: (text: string) => string,
): Buffer {
  const entries = Object.entries(markers);
  if (entries.length === 0) return body;
  let text = body.toString('utf8');
  for (const [marker, value] of entries) text = text.replaceAll(marker, rewrite(value));
  return Buffer.from(text, 'utf8');
}
