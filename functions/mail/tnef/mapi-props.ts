/** Property tags used here (MS-OXPROPS). */
export const prop = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  codePage: 0x3fde,
  data: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  mimeTag: 0x370e,
  contentId: 0x3712,
} as const;

export interface MapiValue {
  readonly type: number;
  readonly bytes: Buffer;
}

const fixedSizes: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const variableTypes = new Set([0x0d, 0x1e, 0x1f, 0x102]);

/** MS-OXTNEF 2.1.3.4: the first value of each property; stops at the first that makes no sense. */
export function readMapiProps(data: Buffer): Map<number, MapiValue> {
  const props = new Map<number, MapiValue>();
  if (data.length < 4) return props;
  const count = Math.min(data.readUInt32LE(0), 5_000);
  let at = 4;
  for (let index = 0; index < count && at + 4 <= data.length; index++) {
    const type = data.readUInt16LE(at) & 0x0fff;
    const many = (data.readUInt16LE(at) & 0x1000) !== 0;
    const id = data.readUInt16LE(at + 2);
    at = id >= 0x8000 ? skipName(data, at + 4) : at + 4;
    const variable = variableTypes.has(type);
    let values = 1;
    if (many || variable) {
      if (at + 4 > data.length) return props;
      values = data.readUInt32LE(at);
      at += 4;
    }
    if (values > 10_000) return props;
    for (let value = 0; value < values; value++) {
      if (variable && at + 4 > data.length) return props;
      const size = variable ? data.readUInt32LE(at) : fixedSizes[type];
      if (size === undefined) return props;
      const start = variable ? at + 4 : at;
      if (start + size > data.length) return props;
      if (!props.has(id)) props.set(id, { type, bytes: data.subarray(start, start + size) });
      at = start + Math.ceil(size / 4) * 4;
    }
  }
  return props;
}

/** A named property carries its name set and a number or a string before the value. */
function skipName(data: Buffer, at: number): number {
  if (at + 24 > data.length) return data.length;
  if (data.readUInt32LE(at + 16) === 0) return at + 24;
  return at + 24 + Math.ceil(data.readUInt32LE(at + 20) / 4) * 4;
}
