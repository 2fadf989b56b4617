import { expect, test } from 'vitest';
import { plainText, subjectOf } from './plain-text.ts';

test('keeps valid Unicode without controls', () => {
  expect(plainText(' a\ud800\u0000\r\nb\tc\u0007 ')).toBe('a\ufffd\nb\tc');
});

test.each([
  ['\n\n Where is it?\nMore', 'Where is it?'],
  ['pay \u202egnp.exe\u202c now', 'pay gnp.exe now'],
  ['', ''],
])('takes of %j the first line, which turns no direction', (text, subject) => {
  expect(subjectOf(text)).toBe(subject);
});

test('cuts a long line between characters', () => {
  expect(subjectOf('👩‍👩‍👧'.repeat(20), 18)).toBe(`${'👩‍👩‍👧'.repeat(2)}…`);
});
