import { expect, it } from 'vitest';
import { readTnef } from './read-tnef.ts';
import { decompressRtf } from './rtf-decompress.ts';
import { readRtf } from './rtf-to-text.ts';

const u16 = (value: number): Buffer => {
  const out = Buffer.alloc(2);
  out.writeUInt16LE(value);
  return out;
};
const u32 = (value: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
};
const attribute = (level: number, id: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, u16(0)]);
const textProp = (id: number, text: string): Buffer => {
  const value = Buffer.from(`${text}\0`, 'utf16le');
  return Buffer.concat([
    u16(0x1f),
    u16(id),
    u32(1),
    u32(value.length),
    value,
    Buffer.alloc(-value.length & 3),
  ]);
};
const tnef = (...attributes: Buffer[]): Buffer =>
  Buffer.concat([u32(0x223e9f78), u16(1), ...attributes]);

it('unpacks the body and the files with their long names', () => {
  const found = readTnef(
    tnef(
      attribute(1, 0x9003, Buffer.concat([u32(1), textProp(0x1000, 'Привет')])),
      attribute(2, 0x9002, Buffer.alloc(14)),
      attribute(2, 0x8010, Buffer.from('PLAN~1.PDF\0')),
      attribute(2, 0x800f, Buffer.from('pdf')),
      attribute(2, 0x9005, Buffer.concat([u32(1), textProp(0x3707, 'План.pdf')])),
    ),
  );

  expect(found).toEqual({
    text: 'Привет',
    files: [{ name: 'План.pdf', type: 'application/octet-stream', content: Buffer.from('pdf') }],
  });
});

it('refuses what is no TNEF, and gives what a truncated one still holds', () => {
  const whole = tnef(
    attribute(2, 0x9002, Buffer.alloc(14)),
    attribute(2, 0x800f, Buffer.from('first')),
    attribute(2, 0x9002, Buffer.alloc(14)),
  );

  expect(readTnef(Buffer.from('no such thing'))).toBeUndefined();
  expect(readTnef(whole.subarray(0, whole.length - 8))?.files).toHaveLength(1);
});

// The example of MS-OXRTFCP, 3.1.1.
const packed = Buffer.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
  'hex',
);

it('decompresses the RTF of the specification', () => {
  expect(decompressRtf(packed)?.toString()).toBe(
    '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
  );
});

it.each([
  [
    "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}\\pard \\'cf\\'f0\\'e8 \\u1074?\\par x}",
    { text: 'При в\nx' },
  ],
  [
    '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Hi\\htmlrtf }\\htmlrtf0{\\*\\htmltag72 </p>}}',
    { html: '<p>Hi</p>' },
  ],
  ['{\\rtf1}', {}],
])('reads %s', (rtf, found) => {
  expect(readRtf(Buffer.from(rtf, 'latin1'))).toEqual(found);
});
