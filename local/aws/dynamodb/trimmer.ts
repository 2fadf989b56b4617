import { DatabaseSync } from 'node:sqlite';

/** Throws away stream records behind the slowest reader. */
export interface Trimmer {
  /** Records of the table numbered below this may go. */
  trim: (table: string, below: number) => void;
  close: () => void;
}

const portion = 500;
const betweenTriesMilliseconds = 25;

/**
 * Deletes in portions and in the background. While the database writes, its file is locked: we try
 * again a little later, since waiting inside SQLite would stop this whole process (180 ms, measured).
 */
export function openTrimmer(file: string, warn: (message: string) => void): Trimmer {
  const database = new DatabaseSync(file, { timeout: 0 });
  database.exec('PRAGMA synchronous = NORMAL');
  const number = 'CAST(sequence_number AS INTEGER)';
  const remove = database.prepare(
    `DELETE FROM _stream_records WHERE rowid IN (SELECT rowid FROM _stream_records
       WHERE table_name = ? AND ${number} < ? ORDER BY ${number} LIMIT ${portion})`,
  );
  const targets = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  function work(): void {
    timer = undefined;
    for (const [table, below] of targets) {
      try {
        if (Number(remove.run(table, below).changes) < portion) targets.delete(table);
      } catch (error) {
        if (isLocked(error)) continue;
        targets.delete(table);
        warn(`Trimming the stream of ${table} failed: ${String(error)}`);
      }
    }
    if (targets.size > 0) schedule();
  }

  function schedule(): void {
    timer ??= setTimeout(work, betweenTriesMilliseconds).unref();
  }

  return {
    trim(table, below) {
      targets.set(table, below);
      schedule();
    },
    close() {
      clearTimeout(timer);
      targets.clear();
      database.close();
    },
  };
}

/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
function isLocked(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}
