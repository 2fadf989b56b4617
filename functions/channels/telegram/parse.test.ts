import { describe, expect, test } from 'vitest';
import type { HookInput } from '../hook-delivery.ts';
import { parseTelegram } from './parse.ts';

const connection = { id: 'bot', channel: 'telegram', name: 'Bot', topic: 'other' } as const;
const from = { id: 77, is_bot: false, first_name: 'Ann', last_name: 'Li', language_code: 'ru-RU' };
const chat = { id: 77, type: 'private' };

const given = (update: object): HookInput => ({
  connection,
  headers: {},
  body: Buffer.from(JSON.stringify({ update_id: 10, ...update })),
  receivedAt: '2026-11-22T10:00:00.000Z',
});
const saying = (content: object, over: object = {}) =>
  given({ message: { message_id: 5, from, chat, date: 1_767_225_600, ...content, ...over } });

const read = async (input: HookInput) => (await parseTelegram(input)).incoming[0];

describe('a Telegram message', () => {
  test('is a message of its chat from a proven person', async () => {
    const message = await read(saying({ text: 'Hi' }));

    expect(message?.inbound).toMatchObject({
      idempotencyKey: 'telegram|bot|in|10',
      sender: { externalId: '77', name: 'Ann Li', isVerified: true, language: 'ru' },
      replyTo: { address: '77' },
      text: 'Hi',
      externalId: '5',
      pointers: ['telegram|bot|chat|77'],
      occurredAt: '2026-01-01T00:00:00.000Z',
    });
  });

  test('gives the largest picture and its caption', async () => {
    const photo = [
      { file_id: 's', file_size: 900 },
      { file_id: 'L', file_size: 99_000 },
      { file_id: 'XL', file_size: 30_000_000 },
    ];
    const message = await read(saying({ photo, caption: 'see' }));

    expect(message?.inbound.text).toBe('see');
    expect(message?.files).toMatchObject([{ ref: 'L', type: 'image/jpeg' }]);
  });

  test('counts an animation once, though it comes as document too', async () => {
    const animation = { file_id: 'a', file_name: 'cat.mp4', mime_type: 'video/mp4' };
    const message = await read(saying({ animation, document: animation }));

    expect(message?.files).toHaveLength(1);
  });

  test('says what is too big to fetch', async () => {
    const document = { file_id: 'd', file_name: 'film.mkv', file_size: 21 * 1024 * 1024 };
    const message = await read(saying({ document }));

    expect(message?.inbound.text).toBe('[file too big for the bot API: film.mkv]');
    expect(message?.files).toEqual([]);
  });

  test.each([
    ['a sticker', { sticker: { emoji: '😀' } }, '[sticker 😀]'],
    ['a place', { location: { latitude: 52.5, longitude: 13.4 } }, '[location: 52.5, 13.4]'],
    ['a contact', { contact: { phone_number: '+49 1', first_name: 'Bo' } }, '[contact: Bo +49 1]'],
    ['a poll', { poll: { question: 'Why?' } }, '[poll: Why?]'],
    ['something new', { hologram: { file_id: 'h' } }, '[unsupported: hologram]'],
    ['an odd member beside its text', { text: 'Hi', location: 'odd' }, 'Hi'],
  ])('tells an agent about %s', async (_name, content, text) => {
    expect((await read(saying(content)))?.inbound.text).toBe(text);
  });

  test('is marked when it is an edit', async () => {
    const message = await read(
      given({
        edited_message: {
          message_id: 5,
          from,
          chat,
          date: 1_767_225_600,
          edit_date: 1_767_225_700,
          text: 'Hi!',
        },
      }),
    );

    expect(message?.inbound).toMatchObject({
      flags: ['edited'],
      externalId: '5',
      occurredAt: '2026-01-01T00:01:40.000Z',
    });
  });

  test.each([
    ['kicked', 'blocked'],
    ['member', 'unblocked'],
  ])('records the bot being %s without opening anything', async (status, flag) => {
    const message = await read(
      given({ my_chat_member: { chat, from, date: 1, new_chat_member: { status } } }),
    );

    expect(message?.inbound).toMatchObject({ kind: 'receipt', flags: [flag] });
  });

  test.each([
    ['a group', saying({ text: 'Hi' }, { chat: { id: -5, type: 'group' } }), 'not-private'],
    ['a bot', saying({ text: 'Hi' }, { from: { ...from, is_bot: true } }), 'from-bot'],
    ['the Start button', saying({ text: '/start ref42' }), 'started'],
    ['a service message', saying({ pinned_message: {} }), 'service-message'],
    ['an unknown update', given({ poll_answer: {} }), 'update-unknown'],
  ])('ignores %s', async (_name, input, code) => {
    expect(await parseTelegram(input)).toEqual({ incoming: [], ignored: [`telegram.${code}`] });
  });

  test('keeps ids of 52 bits whole', async () => {
    const id = 4_503_599_627_370_495;
    const message = await read(
      saying({ text: 'Hi' }, { from: { ...from, id }, chat: { id, type: 'private' } }),
    );

    expect(message?.inbound.replyTo.address).toBe('4503599627370495');
  });
});
