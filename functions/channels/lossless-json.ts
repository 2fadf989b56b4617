/** What `JSON.parse` tells its reviver of a primitive value (ECMAScript, "JSON.parse source text access"). */
type Source = { readonly source?: string };

/**
 * UTF-8 JSON as `jsonOf` reads it, in which whole numbers that do not fit a double come as strings of their digits: Viber's `message_token`
 * and OK's `seq` need 64 bits. Everything else is what `JSON.parse` makes of it.
 * @throws SyntaxError
 */
export const losslessJsonOf = (body: Uint8Array): unknown =>
  JSON.parse(
    Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'),
    wholeNumbers as (key: string, value: unknown) => unknown,
  );

const wholeNumbers = (_key: string, value: unknown, { source }: Source): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '')
    ? source
    : typeof value === 'string'
      ? value.toWellFormed()
      : value;
