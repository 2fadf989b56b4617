import { describe, expect, test } from 'vitest';
import { dispositionOf, typeToServe } from './content-disposition.ts';

describe('a file’s disposition', () => {
  test('carries its real name and a plain one', () => {
    expect(
      dispositionOf({ name: 'счёт "1".pdf', type: 'application/pdf', isDownload: false }),
    ).toBe(
      `inline; filename="____ _1_.pdf"; filename*=UTF-8''%D1%81%D1%87%D1%91%D1%82%20%221%22.pdf`,
    );
  });

  test.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'application/octet-stream'])(
    'never shows %s in the browser',
    (type) => {
      expect(dispositionOf({ name: 'x', type, isDownload: false })).toMatch(/^attachment/);
    },
  );

  test('lets no name break the header', () => {
    const disposition = dispositionOf({
      name: 'a\r\nSet-Cookie: x/\u202Efdp.exe',
      type: 'image/png',
      isDownload: true,
    });

    expect(disposition).not.toMatch(/[\r\n\u202E]/);
  });

  test('lets half a character not break it either', () => {
    expect(() =>
      dispositionOf({ name: 'a\uD83D', type: 'image/png', isDownload: true }),
    ).not.toThrow();
  });
});

describe('the type a file is served as', () => {
  test.each([
    ['image/PNG', 'image/png'],
    ['text/plain; charset=koi8-r', 'text/plain'],
    ['nonsense', 'application/octet-stream'],
    ['text/html\r\nx: y', 'application/octet-stream'],
  ])('of %j is %s', (declared, served) => {
    expect(typeToServe(declared)).toBe(served);
  });
});
