/**
 * Lambda's patched `console` puts a prefix before each line, which hides embedded metrics and breaks JSON queries;
 * the stream itself does not.
 */
export const writeLine = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
