import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signatureLength = 8;
/** Colors of an indexed picture, W3C PNG section 11.2.2. */
const maxColors = 256;

type Chunk = { type: string; data: Buffer };

const chunksOf = (png: Buffer): Chunk[] => {
  const chunks: Chunk[] = [];
  for (let at = signatureLength; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
};

const bytesOf = ({ type, data }: Chunk): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
};

/** What a filter adds to a byte, from the byte to the left, the one above and the one above that (section 9). */
const predict = (filter: number, left: number, up: number, corner: number): number => {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
};

/** Bytes of red, green and blue, row after row. */
const unfiltered = (filtered: Buffer, width: number, height: number): Buffer => {
  const stride = width * 3;
  const pixels = Buffer.alloc(stride * height);
  const at = (row: number, column: number) =>
    row < 0 || column < 0 ? 0 : (pixels[row * stride + column] ?? 0);
  for (let row = 0; row < height; row += 1) {
    const filter = filtered[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const added = predict(
        filter,
        at(row, column - 3),
        at(row - 1, column),
        at(row - 1, column - 3),
      );
      pixels[row * stride + column] = (filtered[row * (stride + 1) + 1 + column] ?? 0) + added;
    }
  }
  return pixels;
};

const distance = (one: number, other: number): number =>
  [16, 8, 0].reduce(
    (sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2,
    0,
  );

/** The colors used most, and for every other color the nearest of them. */
const paletteOf = (
  colors: readonly number[],
): { palette: number[]; indexOf: Map<number, number> } => {
  const uses = new Map<number, number>();
  for (const color of colors) uses.set(color, (uses.get(color) ?? 0) + 1);
  const byUse = [...uses].toSorted(([, one], [, other]) => other - one).map(([color]) => color);
  const palette = byUse.slice(0, maxColors);
  const nearest = (color: number) => {
    let best = 0;
    for (const [index, candidate] of palette.entries())
      if (distance(candidate, color) < distance(palette[best] ?? 0, color)) best = index;
    return best;
  };
  return { palette, indexOf: new Map(byUse.map((color) => [color, nearest(color)])) };
};

/**
 * A screenshot (8-bit RGB, as browsers take them) in 256 colors: a screen has few, and the shades between letters
 * and paper may be one off. About half the bytes.
 */
export const smallPng = (png: Buffer): Buffer => {
  const chunks = chunksOf(png);
  const header = Buffer.from(chunks[0]?.data ?? []);
  if (header[8] !== 8 || header[9] !== 2) throw new Error('not a PNG of 8-bit RGB');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])));
  const pixels = unfiltered(inflateSync(packed), width, height);
  const colors = Array.from({ length: width * height }, (_, pixel) =>
    pixels.readUIntBE(pixel * 3, 3),
  );
  const { palette, indexOf } = paletteOf(colors);

  const rows = Buffer.alloc((width + 1) * height);
  for (const [pixel, color] of colors.entries())
    rows[pixel + Math.floor(pixel / width) + 1] = indexOf.get(color) ?? 0;
  header[9] = 3;
  const written: Chunk[] = [
    { type: 'IHDR', data: header },
    {
      type: 'PLTE',
      data: Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255])),
    },
    { type: 'IDAT', data: deflateSync(rows, { level: 9 }) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ];
  return Buffer.concat([png.subarray(0, signatureLength), ...written.map(bytesOf)]);
};
