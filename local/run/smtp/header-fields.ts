export type HeaderField = { name: string; value: string };

/** Where the header of a mail ends: an empty line in any of the line endings found in the wild. */
const END_OF_HEADER = /\r?\n\r?\n|\r\r/;
/** More than SES itself would pass on. */
const READ_BYTES = 64 * 1024;

/**
 * The header fields of a raw mail, unfolded, undecoded. Never throws: lines that are no field are
 * skipped. Bytes above 127 are read as UTF-8.
 */
export function readHeaderFields(raw: Buffer): HeaderField[] {
  const start = raw.subarray(0, READ_BYTES).toString('utf8');
  const [header = ''] = start.split(END_OF_HEADER, 1);
  const unfolded = header.replaceAll(/\r?\n[ \t]+|\r[ \t]+/g, ' ');
  return unfolded.split(/\r?\n|\r/).flatMap((line) => {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : { name, value: value.trim() };
  });
}

export function valuesOf(fields: readonly HeaderField[], name: string): string[] {
  return fields.filter((field) => field.name.toLowerCase() === name).map(({ value }) => value);
}
