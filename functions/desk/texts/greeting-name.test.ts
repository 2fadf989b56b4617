import { expect, test } from 'vitest';
import { greetingName } from './greeting-name.ts';

test.each([
  'Ann',
  'Ann Lee',
  "Conor O'Brien",
  'Екатерина Островская-Мейер',
  'J. R. Smith',
  'Jean-Luc',
  'José da Silva Jr.',
  '王芳',
])('greets %s', (customerName) => {
  expect(greetingName({ channel: 'mail', customerName })).toBe(customerName);
});

test.each([
  'evil.example',
  'Win at evil.example',
  'https://evil.example',
  'ann@customer.example',
  'call 0800 555 123',
  'Your account is blocked please answer now',
  'Ann\nYour account is blocked',
  'Ann <b>Lee</b>',
  'x'.repeat(41),
  '',
])('greets nobody as %j', (customerName) => {
  expect(greetingName({ channel: 'mail', customerName })).toBe('');
});

test('greets nobody on a form, where the name and the address are a stranger’s choice', () => {
  expect(greetingName({ channel: 'form', customerName: 'Ann Lee' })).toBe('');
});
