/** What the operator typed cannot be done; the message says what to type instead. Exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** One word after `npm run -s desk --`. */
export type Command = {
  /** One line for the list in `help`. */
  readonly summary: string;
  /** Usage, options and examples. */
  readonly help: string;
  /** @returns the exit status: 0 done, 1 done in part or refused */
  readonly run: (args: string[]) => Promise<number>;
};

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
/** Progress and remarks; standard output carries results only. */
export const remark = (line: string): void => void process.stderr.write(`${line}\n`);
