import { describe, expect, test } from 'vitest';
import type { Identity } from '../../../schemas/customer.ts';
import { aCustomer } from '../../../test/make/a-ticket.ts';
import { identityKeyOf } from './identity-key.ts';
import type { Person } from './person.ts';
import { isSameName, leadsOf } from './suggest.ts';

const places = [
  { id: 'wa', channel: 'whatsapp' },
  { id: 'text', channel: 'sms' },
  { id: 'line', channel: 'phone' },
  { id: 'bot', channel: 'telegram' },
] as const;

const withIdentity = (identity: Omit<Identity, 'isVerified'>, typed?: string[]): Person => ({
  root: aCustomer({ identities: [{ ...identity, isVerified: true }], typed }),
  merged: [],
});
const keysOf = (person: Person) =>
  leadsOf(person, places).map(({ identity, reason }) => [identityKeyOf(identity), reason]);

describe('the same person may be', () => {
  test('whoever proved the address that was only claimed here, and the other way round', () => {
    const claimed = { channel: 'mail', connectionId: 'unverified', externalId: 'a@c.ex' } as const;

    expect(keysOf(withIdentity(claimed))).toEqual([['mail|a@c.ex', 'same-address']]);
    expect(keysOf(withIdentity({ channel: 'mail', externalId: 'a@c.ex' }))).toEqual([
      ['mail?|a@c.ex', 'same-address'],
    ]);
  });

  test('whoever has the number on another channel', () => {
    const caller = { channel: 'phone', connectionId: 'line', externalId: '+4930123456' } as const;

    expect(keysOf(withIdentity(caller))).toEqual([
      ['phone||+4930123456', 'same-number'],
      ['whatsapp|wa|4930123456', 'same-number'],
      ['sms|text|+4930123456', 'same-number'],
    ]);
  });

  test('whoever has what was typed', () => {
    const visitor = { channel: 'telegram', connectionId: 'bot', externalId: '77' } as const;

    expect(keysOf(withIdentity(visitor, ['a@c.ex']))).toEqual([
      ['mail|a@c.ex', 'typed'],
      ['mail?|a@c.ex', 'typed'],
    ]);
  });

  test('nobody else: withheld numbers and chat ids lead nowhere', () => {
    const hidden = { channel: 'phone', connectionId: 'line', externalId: 'withheld:7' } as const;

    expect(keysOf(withIdentity(hidden))).toEqual([]);
    expect(keysOf(withIdentity({ channel: 'vk', externalId: '+4930123456' }))).toEqual([]);
  });
});

test('names are compared as they are read', () => {
  expect(isSameName({ name: 'Ann  LEE' }, { name: 'ann lee' })).toBe(true);
  expect(isSameName({ name: ' ' }, { name: '' })).toBe(false);
});
