import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDatabase } from '../../local/aws/dynamodb/database-process.ts';
import { synthesizeDesk } from '../infra/synthesized-desk.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseEndpoint: string;
    /** Properties of the table as the template deploys it. */
    tableTemplate: Record<string, unknown>;
  }
}

/** One database process and one synthesis for all store tests; each file makes a table of its own in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-store-'));
  const database = await startDatabase(folder, (message) => console.warn(message));
  const desk = synthesizeDesk();
  const [table] = desk.of('AWS::DynamoDB::Table');
  if (!table) throw new Error('the template has no table');
  project.provide('databaseEndpoint', database.endpoint);
  project.provide('tableTemplate', table.properties);
  return async () => {
    await database.stop();
    desk.forget();
    rmSync(folder, { recursive: true, force: true });
  };
}
