import { currentInvocation, type Fields } from './context.ts';
import { describeError } from './describe-error.ts';
import { writeLine } from './write-line.ts';

export type Level = 'info' | 'warn' | 'error';

/**
 * One structured line per decision. `code` is stable and dotted (`ticket.reply.saved`); `fields` are ids and counts.
 * Bodies, subjects, names and addresses do not belong here: logs outlive a customer's wish to be forgotten.
 */
export type Log = {
  readonly info: (code: string, fields?: Fields) => void;
  readonly warn: (code: string, fields?: Fields, error?: unknown) => void;
  readonly error: (code: string, fields?: Fields, error?: unknown) => void;
};

/** `write` takes one line without its line end; `now` gives epoch milliseconds. */
export const newLog = ({
  write,
  now,
}: {
  readonly write: (line: string) => void;
  readonly now: () => number;
}): Log => {
  const say = (level: Level, code: string, fields: Fields = {}, error?: unknown): void => {
    const invocation = currentInvocation();
    write(
      JSON.stringify({
        at: new Date(now()).toISOString(),
        level,
        code,
        ...(invocation && { function: invocation.function, requestId: invocation.requestId }),
        ...fields,
        ...(error !== undefined && { error: describeError(error) }),
      }),
    );
  };
  return {
    info: (code, fields) => say('info', code, fields),
    warn: (code, fields, error) => say('warn', code, fields, error),
    error: (code, fields, error) => say('error', code, fields, error),
  };
};

export const log: Log = newLog({ write: writeLine, now: Date.now });
