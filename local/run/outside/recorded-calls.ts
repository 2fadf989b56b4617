import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One request the desk sent to somebody else's server. */
export type RecordedCall = {
  at: string;
  /** The host the desk meant to call, such as `api.telegram.org`. */
  host: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  answered: number;
};

/** Calls shown and kept in memory; the file keeps them all. */
const KEPT_CALLS = 5_000;

/** What the stand-ins for other people's servers were asked, oldest first; survives a restart. */
export class RecordedCalls {
  readonly #file: string;
  #calls: RecordedCall[];

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    this.#calls = readCalls(file);
  }

  add(call: RecordedCall): void {
    this.#calls.push(call);
    if (this.#calls.length > KEPT_CALLS * 2) this.#calls = this.#calls.slice(-KEPT_CALLS);
    appendFileSync(this.#file, `${JSON.stringify(call)}\n`);
  }

  list(): RecordedCall[] {
    return this.#calls.slice(-KEPT_CALLS);
  }
}

/** A kill can leave half a last line; it is left out. */
function readCalls(file: string): RecordedCall[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .slice(-KEPT_CALLS - 1)
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as RecordedCall];
      } catch {
        return [];
      }
    });
}
