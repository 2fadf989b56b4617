import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Owner {
  pid: number;
  /** Tells the process from a later one with the same number. */
  startedAt: string;
}

/**
 * One running desk per data folder: a second start would end the first one's database.
 *
 * @returns gives the folder back
 * @throws Error that names the process which has it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'owner.json');
  const owner = ownerIn(file);
  if (owner && owner.pid !== process.pid && startOf(owner.pid) === owner.startedAt) {
    throw new Error(`The data folder ${folder} is in use by process ${owner.pid}: stop it first.`);
  }
  const mine: Owner = { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
  writeFileSync(file, JSON.stringify(mine));
  return () => rmSync(file, { force: true });
}

function ownerIn(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No file, or one cut short by a crash: nobody has the folder.
    return undefined;
  }
}

/** Start time in clock ticks, the 22nd field of proc(5) stat; undefined for a dead process. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; fields are counted behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
