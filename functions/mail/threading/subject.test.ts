import { expect, it } from 'vitest';
import { answerSubject, bareSubject } from './subject.ts';

it.each([
  ['Money', 'Money'],
  ['Re: RE: Fwd: Money', 'Money'],
  ['AW: WG: Geld', 'Geld'],
  ['SV: VS: Pengar', 'Pengar'],
  ['Отв: НА: Деньги', 'Деньги'],
  ['Re[4]: Деньги', 'Деньги'],
  ['回复：转发: 钱', '钱'],
  ['Re: Money [#1042-abcdef]', 'Money'],
  ['[#1042-abcdef] Re: Money', 'Money'],
  ['Regarding: money', 'Regarding: money'],
  ['Re:', ''],
])('%s is about %j', (subject, bare) => {
  expect(bareSubject(subject)).toBe(bare);
});

it('answers with one prefix and one tag however often it goes back and forth', () => {
  const once = answerSubject('Money', '1042', 'secret');

  expect(once).toMatch(/^Re: Money \[#1042-[a-z2-7]{6}\]$/);
  expect(answerSubject(`AW: ${once}`, '1042', 'secret')).toBe(once);
});
