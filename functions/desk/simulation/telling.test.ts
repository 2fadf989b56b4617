import { describe, expect, test } from 'vitest';
import { aDayLike, from, toldOn, withIll } from '../../../test/make/a-simulated-day.ts';
import { setStage } from './stage.ts';
import { keptOf, type Told } from './telling.ts';

/**
 * Of those told "within x" nine of ten are answered within x; and x is not simply long. The days are the examples of
 * docs/simulations, and customers are told what dispatch would have told them: `newTeller`.
 */
const oneDay = from(0, 24);
const noon = '2026-11-11T09:00:00.000Z';
const midnight = '2026-11-11T21:00:00.000Z';
/** The second day lets what was told in the evening of the first come true or not. */
const ordinary = [1, 2, 3].map((seed) => aDayLike('ordinary-day', { seed, days: 2 }));
const sale = [1, 2].map((seed) => aDayLike('sale', { seed }));

const ordinaryStage = setStage(ordinary[0] ?? aDayLike('ordinary-day'));
const saleStage = setStage(aDayLike('sale'));
const within = (told: readonly Told[], { from: first, to }: typeof oneDay) =>
  told.filter(({ ticket }) => ticket.arrival.at >= first && ticket.arrival.at < to);

describe('nine of ten of those told "within x" are answered within x', () => {
  const told = ordinary.map((day) => toldOn([day], { every: 4, within: oneDay }));

  test('on an ordinary day', () => {
    const all = keptOf(ordinaryStage, told.flat());

    expect(all.told).toBeGreaterThan(900);
    expect(all.share).toBeGreaterThan(0.98);
    expect(all.kept).toBeGreaterThanOrEqual(0.9);
    expect(all.ratio).toBeLessThanOrEqual(3.5);
  });

  test('on each of several ordinary days', () => {
    const kept = told.map((day) => keptOf(ordinaryStage, day).kept);

    expect(Math.min(...kept)).toBeGreaterThanOrEqual(0.9);
  });

  test('at night, when one person is there', () => {
    const night = keptOf(ordinaryStage, within(told.flat(), from(0, 8)));

    expect(night.told).toBeGreaterThan(80);
    expect(night.kept).toBeGreaterThanOrEqual(0.9);
  });

  test('on 11.11 with three times as many, and on the days after it', () => {
    const all = keptOf(saleStage, toldOn(sale, { every: 40 }));

    expect(all.told).toBeGreaterThan(280);
    expect(all.kept).toBeGreaterThanOrEqual(0.9);
    expect(all.ratio).toBeLessThanOrEqual(2.5);
  });

  test('when nobody had put the peak into the calendar', () => {
    const all = keptOf(saleStage, toldOn(sale, { every: 64, knowsPeaks: false }));

    expect(all.kept).toBeGreaterThanOrEqual(0.9);
  });

  test('when somebody falls ill at noon', () => {
    const ill = { team: 'noon', count: 1, from: noon, to: midnight };
    const days = ordinary.map((day) => withIll(day, ill));

    const all = keptOf(ordinaryStage, toldOn(days, { every: 8, within: oneDay }));

    expect(all.kept).toBeGreaterThanOrEqual(0.9);
  });
});

describe('what nobody can foresee', () => {
  const ill = { team: 'early', count: 4, from: noon, to: midnight };
  const told = toldOn(
    sale.map((day) => withIll(day, ill)),
    { every: 8, within: from(10, 16) },
  );

  test('breaks what was told just before: four of a peak’s people fall ill at once', () => {
    expect(keptOf(saleStage, within(told, from(10, 12))).kept).toBeLessThan(0.9);
  });

  test('is in what is told as soon as it is known', () => {
    expect(keptOf(saleStage, within(told, from(12, 16))).kept).toBeGreaterThanOrEqual(0.9);
  });
});
