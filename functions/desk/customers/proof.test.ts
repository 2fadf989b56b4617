import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../schemas/connection.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import type { Inbound } from '../inbound.ts';
import { identityKeyOf } from './identity-key.ts';
import { proofsOf } from './proof.ts';

const connections: readonly Connection[] = [
  { id: 'wa', channel: 'whatsapp', name: 'WhatsApp', topic: 'other', phoneNumberId: '1' },
];
const keysOf = (over: Partial<Inbound>) =>
  proofsOf(anInbound(over), connections).map(({ identity, isKept }) => [
    identityKeyOf(identity),
    isKept,
  ]);
const inChat = { channel: 'chat', connectionId: 'site' } as const;

describe('a message proves', () => {
  test('an address that the host page signed', () => {
    expect(keysOf({ ...inChat, provenEmail: 'Ann@c.example' })).toEqual([
      ['mail|ann@c.example', true],
    ]);
  });

  test('an account that the host page signed, on this connection', () => {
    expect(keysOf({ ...inChat, provenUserId: '42' })).toEqual([['chat|site|user:42', true]]);
  });

  test('a number of the person’s own contact, also where it writes', () => {
    expect(keysOf({ provenPhone: '+4930123456' })).toEqual([
      ['phone||+4930123456', true],
      ['whatsapp|wa|4930123456', false],
    ]);
  });

  test('the number that WhatsApp knows', () => {
    const sender = {
      channel: 'whatsapp',
      connectionId: 'wa',
      externalId: '4930123456',
      name: 'Ann',
      isVerified: true,
    } as const;

    for (const provenPhone of [undefined, '+4930123456'])
      expect(keysOf({ channel: 'whatsapp', connectionId: 'wa', sender, provenPhone })).toEqual([
        ['phone||+4930123456', false],
      ]);
  });

  test('the number of somebody whom WhatsApp calls otherwise', () => {
    const sender = {
      channel: 'whatsapp',
      connectionId: 'wa',
      externalId: 'US.1349',
      name: 'Ann',
      isVerified: true,
    } as const;

    const keys = keysOf({
      channel: 'whatsapp',
      connectionId: 'wa',
      sender,
      provenPhone: '+4930123456',
    });

    expect(keys).toContainEqual(['phone||+4930123456', true]);
  });

  test('the number that WhatsApp tells of a person with a user name, also as the id they had before', () => {
    const sender = {
      channel: 'whatsapp',
      connectionId: 'wa',
      externalId: 'DE.13491208655302741918',
      name: 'Ann',
      isVerified: true,
    } as const;
    const provenPhone = '+4930123456';

    expect(keysOf({ channel: 'whatsapp', connectionId: 'wa', sender, provenPhone })).toEqual([
      ['phone||+4930123456', true],
      ['whatsapp|wa|4930123456', false],
    ]);
  });

  test('nothing by what was typed or who seems to call', () => {
    const sender = {
      channel: 'phone',
      connectionId: 'line',
      externalId: '+4930123456',
      name: 'Ann',
      isVerified: false,
    } as const;

    expect(keysOf({ channel: 'phone', sender, typed: ['+4930123456'] })).toEqual([]);
  });
});
