import { describe, expect, test } from 'vitest';
import { chatInbound } from './chat-inbound.ts';
import { jsonOf } from './hook-delivery.ts';
import { losslessJsonOf } from './lossless-json.ts';

const connection = { id: 'viber', channel: 'viber', name: 'Kopilka', topic: 'other' } as const;
const aMessage = (over: Partial<Parameters<typeof chatInbound>[1]> = {}) =>
  chatInbound(
    { connection },
    {
      channel: 'viber',
      chat: 'chat',
      number: '1',
      from: { externalId: 'user', name: 'Ann' },
      text: 'Hello',
      occurredAt: '2026-11-22T10:00:00.000Z',
      ...over,
    },
  );

describe('a message of a messenger', () => {
  test('of somebody nameless is named after an id, cut to what a card holds', () => {
    const { sender } = aMessage({ from: { externalId: 'i'.repeat(300), name: '\u0000' } });

    expect(sender.externalId).toHaveLength(300);
    expect(sender.name).toMatch(/^i{119}…$/);
  });

  test.each([{ chat: 'c'.repeat(321) }, { from: { externalId: 'p'.repeat(321), name: 'Ann' } }])(
    'of nobody who could be answered is not understood',
    (over) => {
      expect(() => aMessage(over)).toThrow(RangeError);
    },
  );

  test('goes on without a reference that is none', () => {
    const inbound = aMessage({ inReplyTo: 'r'.repeat(999), externalId: '7' });

    expect(inbound).toMatchObject({ text: 'Hello', externalId: '7' });
    expect(inbound).not.toHaveProperty('inReplyTo');
  });
});

describe.each([
  ['JSON', jsonOf],
  ['lossless JSON', losslessJsonOf],
])('%s', (_name, read) => {
  test('has whole characters only, in names and ids as well as in texts', () => {
    const body = Buffer.from(String.raw`{"id":"\ud800","list":["\uDC00a","\ud83d\ude00","я"]}`);

    expect(read(body)).toEqual({ id: '\ufffd', list: ['\ufffda', '😀', 'я'] });
  });

  test.each([
    ['is in the language of its words', 'Где мои деньги?', 'ru'],
    ['too short to tell is in the language of the app', 'ok', 'en'],
  ] as const)('%s', (_, text, language) => {
    const from = { externalId: 'user', name: 'Ann', language: 'en' } as const;

    expect(aMessage({ text, from }).language).toBe(language);
  });
});
