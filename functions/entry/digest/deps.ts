import { archiveStore } from '../../dynamo/archive.ts';
import { arrivalStore } from '../../dynamo/arrivals.ts';
import { deskStore } from '../../dynamo/desk-lists.ts';
import { openTable } from '../../dynamo/table.ts';
import { newObjectStore } from '../../storage/object-store.ts';
import { newS3Client } from '../../storage/s3-client.ts';
import type { DigestDeps } from './digest-deps.ts';
import type { DigestEnv } from './env.ts';

export function digestDeps(env: DigestEnv): DigestDeps {
  const table = openTable(env.TABLE_NAME);
  return {
    arrivals: arrivalStore(table),
    desk: deskStore(table),
    archive: archiveStore(table),
    files: newObjectStore(newS3Client(), env.FILES_BUCKET),
    learning: env.LEARNING,
    now: () => new Date().toISOString(),
  };
}
