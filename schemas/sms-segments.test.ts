import { describe, expect, it } from 'vitest';
import { smsSegments } from './sms-segments.ts';

describe('segments of a short message', () => {
  it.each([
    ['nothing', '', 'gsm-7', 0, 160],
    ['160 letters', 'a'.repeat(160), 'gsm-7', 1, 0],
    ['161 letters', 'a'.repeat(161), 'gsm-7', 2, 145],
    ['306 letters', 'a'.repeat(306), 'gsm-7', 2, 0],
    ['307 letters', 'a'.repeat(307), 'gsm-7', 3, 152],
    ['80 euro signs, two septets each', '€'.repeat(80), 'gsm-7', 1, 0],
    ['umlauts and Greek capitals of the alphabet', 'ÄÖÜßΔΩ', 'gsm-7', 1, 154],
    ['70 Cyrillic letters', 'ы'.repeat(70), 'ucs-2', 1, 0],
    ['71 Cyrillic letters', 'ы'.repeat(71), 'ucs-2', 2, 63],
    ['one curly quote among letters', `${'a'.repeat(70)}’`, 'ucs-2', 2, 63],
    ['35 emoji, a pair each', '😀'.repeat(35), 'ucs-2', 1, 0],
  ] as const)('%s', (_name, text, encoding, segments, left) => {
    expect(smsSegments(text)).toMatchObject({ encoding, segments, left });
  });

  it('tear no surrogate pair: 33 emoji in a segment of 67 units', () => {
    expect(smsSegments('😀'.repeat(36))).toMatchObject({ segments: 2, used: 72, left: 61 });
  });

  it('tear no escape from its septet: 153 is odd', () => {
    expect(smsSegments('€'.repeat(81))).toMatchObject({ segments: 2, used: 162, left: 143 });
  });
});
