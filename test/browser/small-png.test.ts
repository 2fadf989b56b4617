import { describe, expect, it } from 'vitest';
import { smallPng } from './small-png.ts';

/** Two pixels, red and white, 8-bit RGB. */
const twoPixels = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8Dw//9/AAv7A/3dF29HAAAAAElFTkSuQmCC',
  'base64',
);

describe('a small picture', () => {
  it('has its size and a palette of its colors', () => {
    const small = smallPng(twoPixels);

    expect(small.readUInt32BE(16)).toBe(2);
    const palette = small.indexOf('PLTE') + 4;
    expect([...small.subarray(palette, palette + 6)].toSorted()).toEqual(
      [255, 0, 0, 255, 255, 255].toSorted(),
    );
  });

  it('is made of screenshots only', () => {
    const gray = Buffer.from(twoPixels);
    gray[25] = 0;

    expect(() => smallPng(gray)).toThrow('not a PNG of 8-bit RGB');
  });
});
