import { DatabaseSync } from 'node:sqlite';
import type { StreamReader } from '../access.ts';
import type { Place } from '../arn.ts';
import type { Chaos } from '../chaos.ts';
import type { TableDefinition } from '../contract.ts';
import type { Service } from '../gateway/call.ts';
import { makeWaiters, type Waiters } from '../waiters.ts';
import { apiStreamReader } from './api-stream-reader.ts';
import { type DatabaseProcess, startDatabase } from './database-process.ts';
import { expiredKeys, sweepOf } from './expiry.ts';
import { dynamoDbService } from './service.ts';
import { indexStreamRecords } from './stream-index.ts';
import { streamReaderOf } from './stream-reader.ts';
import { ensureTables } from './tables.ts';
import { openTrimmer } from './trimmer.ts';
import { type Upstream, upstreamOf } from './upstream.ts';

export interface Database {
  service: Service;
  streamOf: (tableName: string) => StreamReader;
  stop: () => Promise<void>;
}

export interface DatabaseOptions {
  dataFolder: string;
  place: Place;
  tables: readonly TableDefinition[];
  databaseEndpoint?: string;
  chaos?: Chaos;
  warn: (message: string) => void;
}

const sweepMilliseconds = 5_000;

/** Starts the database, makes its tables, keeps it tidy. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { tables, place, chaos, warn } = options;
  const started = options.databaseEndpoint
    ? undefined
    : await startDatabase(options.dataFolder, warn);
  const upstream = upstreamOf(options.databaseEndpoint ?? started?.endpoint ?? '');
  await ensureTables(upstream, tables).catch(async (error: unknown) => {
    await started?.stop();
    throw error;
  });
  const bell = makeWaiters();
  const inside = started && openInside(started, upstream, { tables, place, bell, warn });
  const hashKeys = new Map(tables.map(({ create }) => [create.TableName, hashKeyOf(create)]));

  return {
    service: dynamoDbService({
      upstream,
      place,
      chaos,
      hashKeyOf: (table) => hashKeys.get(table),
      wrote: () => bell.wake('stream'),
    }),
    streamOf(tableName) {
      const table = tables.find(({ create }) => create.TableName === tableName);
      if (!table?.create.StreamSpecification?.StreamEnabled) {
        throw new Error(`The table ${tableName} has no stream.`);
      }
      const reader = inside?.readers.get(tableName);
      return reader ?? apiStreamReader(upstream, tableName, { place, bell });
    },
    async stop() {
      bell.wakeAll();
      inside?.close();
      upstream.close();
      await started?.stop();
    },
  };
}

/** What is done in dynoxide's own file: index, streams, expiry. */
function openInside(
  started: DatabaseProcess,
  upstream: Upstream,
  parts: Pick<DatabaseOptions, 'tables' | 'place' | 'warn'> & {
    /** Rung after every write; which table it touched is not looked at. */
    bell: Waiters;
  },
) {
  const { tables, place, bell, warn } = parts;
  const database = new DatabaseSync(started.file, { timeout: 2_000 });
  database.exec('PRAGMA synchronous = NORMAL');
  if (!indexStreamRecords(database)) {
    warn('This dynoxide keeps its stream differently: writes will slow down as they add up.');
  }
  const expired = expiredKeys();
  const trimmer = openTrimmer(started.file, warn);
  const sweeps = tables.map((table) => sweepOf(database, table, { upstream, expired }));
  const readers = new Map(
    tables
      .filter(({ create }) => create.StreamSpecification?.StreamEnabled)
      .map((table) => [
        table.create.TableName,
        streamReaderOf(database, table, { place, bell, expired, trimmer }),
      ]),
  );

  let isSweeping = false;
  async function sweep(): Promise<void> {
    if (isSweeping) return;
    isSweeping = true;
    try {
      let removed = 0;
      for (const run of sweeps) removed += await run(Math.floor(Date.now() / 1000));
      if (removed > 0) bell.wake('stream');
    } catch (error) {
      warn(`Removing expired items failed: ${String(error)}`);
    } finally {
      isSweeping = false;
    }
  }
  const timer = setInterval(() => void sweep(), sweepMilliseconds);
  timer.unref();

  return {
    readers,
    close(): void {
      clearInterval(timer);
      trimmer.close();
      database.close();
    },
  };
}

function hashKeyOf(create: TableDefinition['create']): string | undefined {
  return create.KeySchema?.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName;
}
