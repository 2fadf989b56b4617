import { describe, expect, test } from 'vitest';
import type { Customer, Identity } from '../../../schemas/customer.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { aCustomer, aTicket } from '../../../test/make/a-ticket.ts';
import { chooseWay } from './choose-way.ts';
import { type Voice, type Ways, waysOf } from './ways.ts';

const now = '2026-11-22T12:00:00.000Z';
const voices: readonly Voice[] = [
  { id: 'support', channel: 'mail', topic: 'other' },
  { id: 'money', channel: 'mail', topic: 'payouts' },
  { id: 'bot', channel: 'telegram' },
  { id: 'wa', channel: 'whatsapp' },
  { id: 'sms', channel: 'sms' },
  { id: 'hotline', channel: 'phone', by: 'sms' },
  { id: 'office', channel: 'phone', isMute: true },
  { id: 'shop', channel: 'webhook', isMute: true },
];
const facts = { telegram: { textMax: 4096 }, whatsapp: { windowHours: 24, templates: true } };
const factsOf = (channel: string) => ({
  fileBytesOut: channel === 'sms' ? 0 : 1000,
  ...(facts as Record<string, object>)[channel],
});
const proven = (over: Partial<Identity> & Pick<Identity, 'channel' | 'externalId'>): Identity => ({
  isVerified: true,
  ...over,
});
const telegram = proven({ channel: 'telegram', connectionId: 'bot', externalId: '77' });

const chat = (over: Partial<Ticket> = {}) =>
  aTicket({
    channel: 'telegram',
    connectionId: 'bot',
    topic: 'payouts',
    replyTo: { address: '77', cc: [] },
    ...over,
  });
const waysFor = (ticket: Ticket, identities: Identity[], over: Partial<Customer> = {}): Ways =>
  waysOf({
    ticket,
    customer: aCustomer({ identities, ...over }),
    entries: [],
    voices,
    factsOf,
    now,
  });
const briefly = ({ reach, otherWays }: Ways) =>
  [reach, ...otherWays].map(({ connectionId, address, state }) => [connectionId, address, state]);

describe('the ways to a customer', () => {
  test('are the conversation and every other account a connection of ours can write to', () => {
    const ways = waysFor(chat(), [
      telegram,
      proven({ channel: 'mail', externalId: 'ann@c.example' }),
      proven({ channel: 'whatsapp', connectionId: 'wa', externalId: '4915112345678' }),
      proven({ channel: 'phone', connectionId: 'hotline', externalId: '+4915112345678' }),
      proven({ channel: 'webhook', connectionId: 'shop', externalId: 'u-1' }),
      proven({ channel: 'telegram', connectionId: 'gone', externalId: '77' }),
    ]);

    expect(briefly(ways)).toEqual([
      ['bot', '77', 'open'],
      ['money', 'ann@c.example', 'open'],
      ['wa', '4915112345678', 'window-closed'],
      ['sms', '+4915112345678', 'open'],
    ]);
  });

  test('know who stopped us', () => {
    const blocked = { ...telegram, blockedAt: '2026-11-22T11:00:00.000Z' };

    expect(briefly(waysFor(chat(), [blocked]))).toEqual([['bot', '77', 'blocked']]);
  });

  test('offer an address that was only typed, once', () => {
    const typed = ['Ann@c.example', '+49301234567'];
    const mail = proven({ channel: 'mail', externalId: 'ann@c.example' });

    expect(briefly(waysFor(chat(), [telegram, mail], { typed }))).toHaveLength(2);
    expect(briefly(waysFor(chat(), [telegram], { typed }))[1]).toEqual([
      'money',
      'Ann@c.example',
      'open',
    ]);
  });

  test('lead from a call to its number by SMS, unless the caller withheld it', () => {
    const call = { channel: 'phone', connectionId: 'hotline' } as const;
    const known = chat({ ...call, replyTo: { address: '+4915112345678', cc: [] } });
    const withheld = chat({ ...call, replyTo: { address: 'anonymous', cc: [] } });

    expect(briefly(waysFor(known, [telegram]))[0]).toEqual(['sms', '+4915112345678', 'open']);
    expect(briefly(waysFor(withheld, [telegram]))[0]).toEqual(['hotline', 'anonymous', 'no-reply']);
  });

  test('count the window from when the customer last wrote on this ticket', () => {
    const ticket = chat({
      channel: 'whatsapp',
      connectionId: 'wa',
      replyTo: { address: '49151', cc: [] },
      lastInboundAt: '2026-11-22T11:00:00.000Z',
    });

    expect(waysFor(ticket, [telegram]).reach).toMatchObject({
      state: 'open',
      closesAt: '2026-11-23T11:00:00.000Z',
    });
  });
});

describe('choosing a way', () => {
  const mail = proven({ channel: 'mail', externalId: 'ann@c.example' });
  const whatsapp = chat({
    channel: 'whatsapp',
    connectionId: 'wa',
    replyTo: { address: '49151', cc: [] },
    lastInboundAt: '2026-11-20T11:00:00.000Z',
  });
  const none = { attachments: [] };
  const template = { name: 'hello', language: 'en_US', parameters: [] };

  test('takes the conversation’s own unless told', () => {
    const ways = waysFor(chat(), [telegram, mail]);

    expect(chooseWay(ways, none).connectionId).toBe('bot');
    const via = { connectionId: 'money', address: 'ann@c.example' };
    expect(chooseWay(ways, { ...none, via }).channel).toBe('mail');
  });

  test('refuses an address that is none of the customer’s', () => {
    const via = { connectionId: 'money', address: 'eve@c.example' };

    expect(() => chooseWay(waysFor(chat(), [telegram, mail]), { ...none, via })).toThrow(
      expect.objectContaining({ code: 'reply.unknown-way' }),
    );
  });

  test('refuses free text into a closed window and names what can be done instead', () => {
    const ways = waysFor(whatsapp, [mail]);

    expect(() => chooseWay(ways, none)).toThrow(
      expect.objectContaining({
        code: 'reply.window-closed',
        message: expect.stringMatching(/approved template, or answer by mail \(ann@c\.example\)/),
      }),
    );
    expect(chooseWay(ways, { ...none, template }).connectionId).toBe('wa');
  });

  test('refuses a template where nothing takes one', () => {
    expect(() => chooseWay(waysFor(chat(), [telegram]), { ...none, template })).toThrow(
      expect.objectContaining({ code: 'reply.no-template' }),
    );
  });

  test('refuses a file that the way does not take', () => {
    const ways = waysFor(chat(), [telegram]);
    const attachments = [{ name: 'film.mp4', size: 2000 }];

    expect(() => chooseWay(ways, { attachments })).toThrow(
      expect.objectContaining({ code: 'reply.file-too-large' }),
    );
  });

  test('refuses those who stopped us, and connections without a voice', () => {
    const blocked = { ...telegram, blockedAt: now };
    const office = chat({ channel: 'phone', connectionId: 'office' });

    expect(() => chooseWay(waysFor(chat(), [blocked]), none)).toThrow(
      expect.objectContaining({ code: 'reply.blocked' }),
    );
    expect(() => chooseWay(waysFor(office, [telegram]), none)).toThrow(
      expect.objectContaining({ code: 'reply.no-way' }),
    );
  });
});
