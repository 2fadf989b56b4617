import { expect, test } from 'vitest';
import { isAskedHere } from './front.ts';

test.each(['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST', '[::1]:3000'])('answers %s', (host) => {
  expect(isAskedHere({ headers: { host } })).toBe(true);
});

test.each([
  'evil.example:3000',
  'localhost.evil.example',
  '127.0.0.1.evil.example:3000',
  '127.0.0.1:3000@evil.example',
  '',
])('does not answer to the name %j that somebody pointed here', (host) => {
  expect(isAskedHere({ headers: { host } })).toBe(false);
});
