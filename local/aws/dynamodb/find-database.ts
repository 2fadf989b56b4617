import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/**
 * Path of the `dynoxide` binary: the platform's package, else the PATH.
 *
 * @throws Error that names the command to run.
 */
export function findDatabase(): string {
  const packageName = `@dynoxide/${process.platform}-${process.arch}`;
  const candidates = [
    () => createRequire(import.meta.url).resolve(`${packageName}/dynoxide`),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => () => join(folder, 'dynoxide')),
  ];
  for (const candidate of candidates) {
    try {
      const path = candidate();
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here; the next place may have it.
    }
  }
  throw new Error(
    `No local DynamoDB found. Run "npm install --include=optional" (package ${packageName}), ` +
      'put a dynoxide binary on the PATH, or set LOCAL_DYNAMODB_ENDPOINT to a running DynamoDB Local.',
  );
}
