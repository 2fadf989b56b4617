import { expect, it } from 'vitest';
import { decodeWords } from './encoded-words.ts';

it.each([
  ['=?utf-8?Q?caf=C3=A9?=', 'café'],
  ['=?UTF-8?b?0J/RgNC40LLQtdGC?=', 'Привет'],
  ['=?utf-8?Q?=D0?= =?utf-8?Q?=9F_x?=', 'П x'],
  ['=?utf-8?B?0A==?=\t=?utf-8?B?nw==?=', 'П'],
  ['=?utf-8*ru?Q?=D0=9F?=', 'П'],
  ['Re: =?utf-8?Q?a b?= and "=?utf-8?Q?c?="', 'Re: a b and "c"'],
  ['=?utf-8?Q?a?= plain =?utf-8?Q?b?=', 'a plain b'],
  ['=?iso-2022-jp?B?GyRCJDMbKEI=?= =?iso-2022-jp?B?GyRCJHMbKEI=?=', 'こん'],
  ['=?broken', '=?broken'],
])('%s reads %s', (raw, text) => {
  expect(decodeWords(raw)).toBe(text);
});
