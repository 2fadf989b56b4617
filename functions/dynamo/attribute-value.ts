type Wire = Readonly<Record<string, unknown>>;

/** A stream record's image, as the stores' own reads give items. Bytes come as base64 in a Lambda event. */
export const itemOfImage = (image: Wire): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plain(value as Wire)]));

/** @throws on a kind of attribute the table does not hold (sets). */
const plain = (value: Wire): unknown => {
  if ('S' in value) return value['S'];
  if ('N' in value) return Number(value['N']);
  if ('BOOL' in value) return value['BOOL'];
  if ('NULL' in value) return null;
  if ('B' in value) return bytesOf(value['B']);
  if ('M' in value) return itemOfImage(value['M'] as Wire);
  if ('L' in value) return (value['L'] as readonly Wire[]).map(plain);
  throw new Error(`attribute of an unexpected kind: ${Object.keys(value).join()}`);
};

const bytesOf = (value: unknown): Uint8Array =>
  typeof value === 'string' ? Buffer.from(value, 'base64') : (value as Uint8Array);
