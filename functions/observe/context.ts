import { AsyncLocalStorage } from 'node:async_hooks';

/** What a log line may carry beside its code: ids, counts and short words; never bodies or addresses. */
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

type Invocation = {
  readonly function: string;
  readonly requestId: string;
  readonly isColdStart: boolean;
  /** Said once, in the line that ends the invocation. */
  summary: Fields;
};

const current = new AsyncLocalStorage<Invocation>();

/** Runs `work` so that every log line written meanwhile names the invocation. */
export const inInvocation = <Result>(
  invocation: Omit<Invocation, 'summary'>,
  work: () => Result,
): Result => current.run({ ...invocation, summary: {} }, work);

export const currentInvocation = (): Invocation | undefined => current.getStore();

/** Adds to the line that ends the invocation (`endpoint`, `status`); without an invocation nothing happens. */
export const summarize = (fields: Fields): void => {
  const invocation = current.getStore();
  if (invocation) invocation.summary = { ...invocation.summary, ...fields };
};
