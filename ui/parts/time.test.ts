import { describe, expect, it } from 'vitest';
import { localeOf, momentText, spanText } from './time.ts';

const minutes = 60_000;
const hours = 60 * minutes;
const noon = new Date(2026, 10, 18, 12, 0).getTime();
const at = (...date: [number, number, number, number, number]) => new Date(...date).toISOString();

describe('a span', () => {
  it.each([
    [20_000, '1 min'],
    [5 * minutes, '5 min'],
    [59.8 * minutes, '1 hr'],
    [47 * hours, '47 hr'],
    [49 * hours, '2 days'],
    [-3 * hours, '3 hr'],
  ])('of %d ms is %s', (span, text) => {
    expect(spanText(span, 'en')).toBe(text);
  });

  it('is said in Russian', () => {
    expect(spanText(5 * hours, 'ru')).toBe('5 ч');
  });
});

describe('a moment', () => {
  it('of today is a time, of 24 hours in Russian', () => {
    expect(momentText(at(2026, 10, 18, 15, 5), noon, 'ru')).toBe('15:05');
  });

  it('of this week has its day', () => {
    expect(momentText(at(2026, 10, 16, 9, 30), noon, 'en')).toMatch(/^Mon/);
  });

  it('of this year is a date without the year', () => {
    expect(momentText(at(2026, 8, 1, 9, 30), noon, 'en')).toMatch(/^(Sep|1)/);
  });

  it('of another year has it', () => {
    expect(momentText(at(2024, 8, 1, 9, 30), noon, 'en')).toContain('2024');
  });
});

describe('a locale', () => {
  it('is the one the person prefers of the language', () => {
    expect(localeOf('en', ['ru-RU', 'en-GB', 'en-US'])).toBe('en-GB');
  });

  it('is never one that no browser knows', () => {
    expect(localeOf('en', ['en-US@posix', 'en-GB'])).toBe('en-GB');
  });

  it('is the language alone when the person named none of it', () => {
    expect(localeOf('ru', ['en-US'])).toBe('ru');
  });
});
