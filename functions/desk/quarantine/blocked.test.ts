import { describe, expect, it } from 'vitest';
import { anAgent } from '../../../test/make/a-ticket.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { block, blockedBy, unblock } from './blocked.ts';
import { holdIfBlocked } from './hold-blocked.ts';

const now = '2026-11-22T10:00:00.000Z';
const blocking = (pattern: string, blocked = block0) =>
  block({ blocked, pattern, reason: 'rude', by: anAgent(), ownDomain: 'help.shop.example', now });
const block0: ReturnType<typeof block> = [];

describe('a blocked sender', () => {
  it.each([
    ['kim@example.net', 'kim@example.net', true],
    ['kim@example.net', 'KIM@Example.NET', true],
    ['kim@example.net', 'akim@example.net', false],
    ['@example.net', 'anybody@example.net', true],
    ['@example.net', 'anybody@mail.example.net', true],
    ['@example.net', 'anybody@badexample.net', false],
    ['@example.net', '', false],
  ])('%s and mail from %s: %s', (pattern, address, isBlocked) => {
    expect(blockedBy(blocking(pattern), address) !== undefined).toBe(isBlocked);
  });

  it('is on record with who blocked it, when and why', () => {
    expect(blocking('kim@example.net')).toEqual([
      {
        pattern: 'kim@example.net',
        byId: anAgent().id,
        byName: anAgent().name,
        at: now,
        reason: 'rude',
      },
    ]);
  });

  it('is listed once, and not at all when taken back', () => {
    const twice = blocking('kim@example.net', blocking('kim@example.net'));

    expect(twice).toHaveLength(1);
    expect(unblock(twice, 'kim@example.net')).toEqual([]);
  });

  it.each(['@help.shop.example', '@shop.example', 'support@help.shop.example', '@gmail.com'])(
    'is never %s',
    (pattern) => {
      expect(() => blocking(pattern)).toThrow();
    },
  );

  it('may be one address at a host that many share', () => {
    expect(blocking('kim@gmail.com')).toHaveLength(1);
  });
});

describe('mail of a blocked sender', () => {
  const blocked = blocking('kim@example.net');
  const mail = anInbound({
    sender: { channel: 'mail', externalId: 'kim@example.net', name: 'Kim', isVerified: true },
    knownTickets: ['tkt_7'],
    pointers: ['mail|support|x'],
    mayAcknowledge: true,
  });

  it('is held apart, joins no ticket and is not acknowledged', () => {
    expect(holdIfBlocked(mail, blocked)).toMatchObject({
      isSpam: true,
      held: 'blocked',
      mayAcknowledge: false,
      knownTickets: [],
      pointers: [],
    });
  });

  it('that is a report of a mail system goes its way', () => {
    const bounce = { ...mail, kind: 'bounce' as const };

    expect(holdIfBlocked(bounce, blocked)).toBe(bounce);
  });

  it('of anybody else goes its way', () => {
    expect(holdIfBlocked(mail, blocking('@other.example'))).toBe(mail);
  });
});
