import { expect, it } from 'vitest';
import { parseAddresses } from './addresses.ts';

it.each([
  ['ann@Example.COM', [['', 'ann@example.com']]],
  [
    '"Li, Ann" <ann@example.com>, Bo <bo@example.com>',
    [
      ['Li, Ann', 'ann@example.com'],
      ['Bo', 'bo@example.com'],
    ],
  ],
  ['ann@example.com (Ann Li)', [['Ann Li', 'ann@example.com']]],
  ['undisclosed-recipients:;', []],
  [
    'friends: ann@a.example, bo@b.example;',
    [
      ['', 'ann@a.example'],
      ['', 'bo@b.example'],
    ],
  ],
  ['=?utf-8?Q?Ann=2C_Li?= <ann@example.com>', [['Ann, Li', 'ann@example.com']]],
  ['=?utf-8?Q?Ann_<ann@example.com>?=', [['Ann', 'ann@example.com']]],
  ['Ann "The Boss Li <ann@example.com>', [['Ann "The Boss Li', 'ann@example.com']]],
  [
    'ann@a.example; bo@b.example',
    [
      ['', 'ann@a.example'],
      ['', 'bo@b.example'],
    ],
  ],
  ['Ann Li [mailto:ann@example.com]', [['Ann Li', 'ann@example.com']]],
  ['root', [['root', '']]],
  ['<>', []],
  ['Ann <<ann@example.com>>', [['Ann', 'ann@example.com']]],
  ['"ann@example.com" <ann@example.com>', [['ann@example.com', 'ann@example.com']]],
] as const)('%s', (raw, wanted) => {
  expect(parseAddresses(raw).map(({ name, address }) => [name, address])).toEqual(wanted);
});
