import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { faultText } from './fault-texts.ts';

const desk = resolve(import.meta.dirname, '../../../functions/desk/settings/fault.ts');

it('says in Russian whatever the desk refuses', () => {
  const [, table = ''] =
    /const sentences = \{([\s\S]*?)\n\} as const/.exec(readFileSync(desk, 'utf8')) ?? [];
  const codes = [...table.matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map(([, code = '']) => code);

  expect(codes).toContain('in-a-circle');
  for (const code of codes)
    expect(faultText({ message: 'as the API says it', code }, 'ru')).toMatch(/[а-я]/);
});

it('says what a shape refuses without its jargon', () => {
  const fault = { message: 'Too small: expected string', code: 'too-small.string' };

  expect(faultText({ ...fault, data: { least: '1' } }, 'en')).toBe('fill this in');
  expect(faultText({ ...fault, data: { least: '2' } }, 'ru')).toBe('не меньше 2 знаков');
});

it('says what is newer than this page as the API says it', () => {
  expect(faultText({ message: 'no such moon', code: 'no-moon' }, 'ru')).toBe('no such moon');
});
