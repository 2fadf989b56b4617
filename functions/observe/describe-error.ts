const maxMessageLength = 500;
const maxCauses = 4;

type Description = {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: Description;
};

/** Libraries quote their input in messages; an address among it must not reach the log. */
const withoutAddresses = (text: string): string =>
  text.replaceAll(/[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g, '<address>');

/** V8 shows the text it could not read as JSON, which may be somebody's message: `Unexpected token 'D', "Dear Ann…"`. */
const withoutQuotation = (error: Error): string =>
  error instanceof SyntaxError ? error.message.replace(/"[^]*"/, '"…"') : error.message;

/** What a log line says about an error: name, message and stack without addresses or quotations, with its causes. */
export const describeError = (error: unknown, depth = 0): Description => {
  if (!(error instanceof Error))
    return {
      name: 'NotAnError',
      message: withoutAddresses(String(error)).slice(0, maxMessageLength),
    };
  const message = withoutAddresses(withoutQuotation(error)).slice(0, maxMessageLength);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    message,
    ...(frames.length > 0 && { stack: frames.slice(0, 12).join('\n') }),
    ...(error.cause !== undefined &&
      depth < maxCauses && { cause: describeError(error.cause, depth + 1) }),
  };
};
