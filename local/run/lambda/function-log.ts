import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** Lines kept in memory per function, for tests and the local pages. */
const KEPT_LINES = 2_000;
/** One write for the lines of a busy moment: a function prints a dozen per message. */
const WRITE_AFTER_MILLISECONDS = 100;

/** What one function printed: a file for people, the newest lines in memory for programs. */
export class FunctionLog {
  readonly file: string;
  readonly #stream: WriteStream;
  #lines: string[] = [];
  #unwritten = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, functionName: string) {
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, `${functionName}.log`);
    this.#stream = createWriteStream(this.file, { flags: 'a' });
    // A full disk must not end the desk; the lines in memory remain.
    this.#stream.on('error', () => {});
  }

  write(line: string): void {
    this.#lines.push(line);
    // Cut rarely: shifting an array of thousands for every line is what a log must not cost.
    if (this.#lines.length > KEPT_LINES * 2) this.#lines = this.#lines.slice(-KEPT_LINES);
    this.#unwritten += `${line}\n`;
    this.#timer ??= setTimeout(() => this.#flush(), WRITE_AFTER_MILLISECONDS);
  }

  /** The newest lines, oldest first. */
  lines(): string[] {
    return this.#lines.slice(-KEPT_LINES);
  }

  async close(): Promise<void> {
    this.#flush();
    await new Promise((resolve) => this.#stream.end(resolve));
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stream.write(this.#unwritten);
    this.#unwritten = '';
  }
}
