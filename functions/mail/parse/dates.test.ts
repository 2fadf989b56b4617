import { expect, it } from 'vitest';
import { parseMailDate } from './dates.ts';

it.each([
  ['Sun, 22 Nov 2026 10:00:00 +0300', '2026-11-22T07:00:00.000Z'],
  ['22 Nov 26 10:00 GMT', '2026-11-22T10:00:00.000Z'],
  ['Sun, 22 Nov 2026 10:00:00 -0500 (EST)', '2026-11-22T15:00:00.000Z'],
  ['Sunday, 22-Nov-26 10:00:00 MSK', '2026-11-22T07:00:00.000Z'],
  ['Sun, 22 Nov 2026 10.00.00 +0100', '2026-11-22T09:00:00.000Z'],
  ['Sun, 22 Nov 2026 1:05:00 PM', '2026-11-22T13:05:00.000Z'],
  ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
  ['Thu, 01 Jan 1970 00:00:00 +0000', undefined],
  ['yesterday', undefined],
])('%s', (raw, iso) => {
  expect(parseMailDate(raw)).toBe(iso);
});
