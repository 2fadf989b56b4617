import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How much of the stream may come again after a crash; every write costs the one main thread. */
const WRITE_AFTER_MILLISECONDS = 200;

/**
 * The position of one stream reader, in a file. It is written some time after the batch was
 * handled, so a crash repeats a few batches and never skips one, as Lambda's own checkpoints may.
 */
export class Checkpoint {
  readonly #file: string;
  #position: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    try {
      this.#position = readFileSync(file, 'utf8') || undefined;
    } catch {
      this.#position = undefined;
    }
  }

  get position(): string | undefined {
    return this.#position;
  }

  move(position: string): void {
    this.#position = position;
    this.#timer ??= setTimeout(() => this.flush(), WRITE_AFTER_MILLISECONDS);
  }

  /** Writes at once what is not written yet. */
  flush(): void {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      writeFileSync(`${this.#file}.new`, this.#position ?? '');
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // An older position only repeats batches; a reader that stopped for it would lose time.
    }
  }
}
