import { describe, expect, test } from 'vitest';
import { sniffType } from './sniff-type.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const png = bytes([0x89], 'PNG\r\n', [0x1a], '\n...');
const zip = bytes('PK', [3, 4], '....');
const ole = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const some = bytes([0, 1, 2, 3, 4, 5]);

describe('the type of a file', () => {
  test.each([
    ['a picture', png, 'image/png'],
    ['a photo', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a sticker', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
    ['a voice message', bytes('OggS', [0, 2]), 'audio/ogg'],
    ['a film', bytes([0, 0, 0, 0x20], 'ftypisom'), 'video/mp4'],
    ['a document', bytes('%PDF-1.7'), 'application/pdf'],
    ['a program', bytes('MZ', [0x90, 0, 3]), 'application/vnd.microsoft.portable-executable'],
  ])('is that of its bytes, whatever it is called: %s', (_name, content, type) => {
    expect(sniffType(content, 'application/octet-stream')).toBe(type);
    expect(sniffType(content, 'text/html; charset=utf-8')).toBe(type);
  });

  test.each([
    ['a letter in a zip', zip, word, word],
    ['a letter of long ago', ole, 'application/msword', 'application/msword'],
    ['a voice message', bytes('OggS', [0, 2]), 'audio/opus', 'audio/opus'],
    ['a table', bytes('a,b\r\n1,2\r\n'), 'text/csv; charset=utf-8', 'text/csv'],
    ['a mail', bytes('From: a\r\n\r\nHi'), 'message/rfc822', 'message/rfc822'],
    ['a signature', some, 'application/pkcs7-mime', 'application/pkcs7-mime'],
  ])('is what was said where bytes cannot tell: %s', (_name, content, said, type) => {
    expect(sniffType(content, said)).toBe(type);
  });

  test.each([
    ['a page called a picture', bytes('<html><script>'), 'image/png', 'text/plain'],
    ['a picture nobody knows', some, 'image/x-unheard-of', 'application/octet-stream'],
    ['bytes called text', some, 'text/html', 'application/octet-stream'],
    [
      'a program called a letter',
      bytes('MZ', [0x90, 0, 3]),
      word,
      'application/vnd.microsoft.portable-executable',
    ],
    ['a zip called a picture', zip, 'image/png', 'application/zip'],
    ['nonsense', some, 'a picture', 'application/octet-stream'],
    ['nothing', bytes(), 'image/png', 'application/octet-stream'],
  ])('is not what was said where that would be believed: %s', (_name, content, said, type) => {
    expect(sniffType(content, said)).toBe(type);
  });

  test.each([
    ['UTF-16', bytes([0xff, 0xfe], 'a', [0])],
    ['that begins as a picture does', bytes('BMW and GIF89a are words.')],
    ['Cyrillic of long ago', bytes([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])],
  ])('of a text stays text: %s', (_name, content) => {
    expect(sniffType(content, 'text/plain')).toBe('text/plain');
  });
});
