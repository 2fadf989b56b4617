import { expect, test } from 'vitest';
import { fc } from '../../../test/make/fast-check.ts';
import { calibrate, confidenceAt } from './calibrate.ts';

const trials = (margin: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ margin, isRight: true })),
  ...Array.from({ length: wrong }, () => ({ margin, isRight: false })),
];

test('as often as a margin was right, so sure it is', () => {
  const calibration = calibrate([...trials(1, 50, 50), ...trials(5, 90, 10)]);

  expect(confidenceAt(calibration, 1.5)).toBeCloseTo(0.5, 1);
  expect(confidenceAt(calibration, 9)).toBeCloseTo(0.9, 1);
});

test('nothing is sure below everything that was tried', () => {
  expect(confidenceAt(calibrate(trials(2, 20, 0)), 1)).toBe(0);
  expect(confidenceAt([], 5)).toBe(0);
});

test('never certain: a hundred right ones are not all', () => {
  expect(confidenceAt(calibrate(trials(2, 100, 0)), 3)).toBeLessThan(1);
});

test('a greater margin is never less sure', () => {
  const trial = fc.record({
    margin: fc.double({ min: 0, max: 50, noNaN: true }),
    isRight: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(trial, { maxLength: 200 }), (all) => {
      const shares = calibrate(all).map(([, share]) => share);

      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    }),
  );
});
