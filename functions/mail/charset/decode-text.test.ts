import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (latin1: string): Buffer => Buffer.from(latin1, 'latin1');

describe('a labelled text', () => {
  it.each([
    ['utf-8', 'caf\xc3\xa9', 'café'],
    ['iso-8859-1', '\x93quoted\x94 \x80', '“quoted” €'],
    ['windows-1251', '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
    ['"cp-1251"', '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
    ['koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4', 'Привет'],
    ['ibm866', '\x8f\xe0\xa8\xa2\xa5\xe2', 'Привет'],
    ['cp850', 'caf\x82', 'café'],
    ['gb2312', '\xc4\xe3\xba\xc3', '你好'],
    ['big5', '\xa7A\xa6n', '你好'],
    ['shift_jis', '\x87@', '①'],
    ['iso-2022-jp', '\x1b$B$3$s\x1b(B', 'こん'],
    ['iso-2022-jp', '\x1b$B$3\x1b(B\x1b$B$s\x1b(B', 'こん'],
    ['euc-kr', '\xbe\xc8\xb3\xe7', '안녕'],
    ['ks_c_5601-1987', '\xbe\xc8\xb3\xe7', '안녕'],
    ['iso-2022-kr', '\x1b$)C\x0e>H3g\x0f!', '안녕!'],
    ['hz-gb-2312', '~{Dc:C~}!', '你好!'],
    ['utf-7', 'Hi +BB8EQAQ4- +- x', 'Hi При + x'],
    ['utf-16le', 'H\0i\0', 'Hi'],
  ])('in %s is decoded', (label, raw, text) => {
    expect(decodeText(bytes(raw), label).text).toBe(text);
  });
});

describe('a wrong or missing label', () => {
  it.each([
    [undefined, 'caf\xc3\xa9', 'café'],
    ['us-ascii', 'caf\xc3\xa9', 'café'],
    ['iso-8859-1', 'caf\xc3\xa9', 'café'],
    ['utf-8', 'caf\xe9 du coin', 'café du coin'],
    ['koi8-r', Buffer.from('Привет вам').toString('latin1'), 'Привет вам'],
    ['gb2312', '\xc1\xaa\xcd\xa8', '联通'],
    ['x-unknown', 'caf\xe9', 'café'],
    ['no-such-charset', 'caf\xc3\xa9', 'café'],
    ['unknown-8bit', '\xcf\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0', 'Привет, как дела'],
    [undefined, '\xf0\xd2\xc9\xd7\xc5\xd4, \xcb\xc1\xcb \xc4\xc5\xcc\xc1', 'Привет, как дела'],
    [undefined, '\x1b$B$3$s\x1b(B', 'こん'],
  ])('%s of %j is seen through', (label, raw, text) => {
    expect(decodeText(bytes(raw), label).text).toBe(text);
  });

  it('says that it guessed', () => {
    expect(decodeText(bytes('caf\xe9'))).toEqual({
      text: 'café',
      charset: 'windows-1252',
      guessed: true,
    });
  });
});
