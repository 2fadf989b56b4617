import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isAllowedOrigin } from './allowed-origin.ts';
import { chatOfUser, provenUser } from './identity.ts';

const secret = 'an identity secret of the page';
const hash = (said: string, by = secret) => createHmac('sha256', by).update(said).digest('hex');

describe('the page’s word about its visitor', () => {
  test('is believed for the id when the hash covers the id', () => {
    expect(provenUser({ id: '42', name: 'Olya', hash: hash('42') }, [secret])).toEqual({
      id: '42',
      name: 'Olya',
    });
  });

  test('is believed for the address only when the hash covers it', () => {
    const user = { id: '42', email: 'Olya@Example.net' };

    expect(provenUser({ ...user, hash: hash('42\nOlya@Example.net') }, [secret])).toEqual({
      id: '42',
      email: 'olya@example.net',
    });
    expect(provenUser({ ...user, hash: hash('42') }, [secret])).toEqual({ id: '42' });
  });

  test('holds with the secret before, while one replaces the other', () => {
    const older = 'the secret before this one';

    expect(provenUser({ id: '42', hash: hash('42', older) }, [secret, older])).toBeDefined();
  });

  test.each([
    ['of another secret', { id: '42', hash: hash('42', 'a guess at the secret') }, [secret]],
    ['of another user', { id: '43', hash: hash('42') }, [secret]],
    ['without any secret', { id: '42', hash: hash('42') }, []],
    [
      'with an address moved into the id',
      { id: '4', email: '2@x.example', hash: hash('42') },
      [secret],
    ],
  ])('%s proves nothing', (_name, user, secrets) => {
    expect(provenUser(user, secrets)).toBeUndefined();
  });

  // Computed with `printf '%s' 42 | openssl dgst -sha256 -hmac 'an identity secret of the page'`.
  test('is the plain HMAC that every language has', () => {
    expect(hash('42')).toBe('17e913039ce520cb96c0650d4d9a16f4a31832c22bedaeda5f3aa718995411b2');
  });
});

test('a user’s conversation is another at each connection and tells nothing of the id', () => {
  expect(chatOfUser('site-chat', '42')).not.toBe(chatOfUser('shop-chat', '42'));
  expect(chatOfUser('site-chat', '42')).toMatch(/^u:[\w-]{43}$/);
});

describe('a page that shows the widget', () => {
  test.each([
    ['https://www.kopilka.example', true],
    ['https://WWW.kopilka.example', true],
    ['http://localhost:8080', true],
    ['https://desk.example', true],
    ['https://kopilka.example', false],
    ['https://www.kopilka.example.evil.example', false],
    ['https://www.kopilka.example:8443', false],
    ['http://desk.example', false],
    ['null', false],
    ['', false],
    [undefined, false],
  ])('at %s may: %s', (origin, expected) => {
    const hosts = ['www.kopilka.example', 'localhost:8080'];

    expect(isAllowedOrigin({ hosts }, origin, 'https://desk.example')).toBe(expected);
  });
});
