import { describe, expect, test } from 'vitest';
import { type Conversation, noConversation } from './conversation.ts';
import { linked } from './linked.tsx';
import { optionsOf } from './options.ts';
import { waitSentence } from './panel.tsx';
import { textsIn } from './texts/texts.ts';
import { backAt, sizeOf } from './when.ts';

const src = 'https://desk.example/chat.js';

describe('the script tag', () => {
  const optionsFor = (attributes: Record<string, string>, ...languages: string[]) =>
    optionsOf({ src, attributes: { connection: 'site-chat', ...attributes } }, languages);

  test('says which chat, and everything else has a default', () => {
    expect(optionsFor({})).toEqual({
      base: 'https://desk.example',
      connection: 'site-chat',
      language: 'en',
      theme: 'auto',
      side: 'right',
    });
  });

  test.each([
    [['ru-RU', 'en'], {}, 'ru'],
    [['', 'ru'], {}, 'ru'],
    [['de', 'ru'], {}, 'en'],
    [['en'], { language: 'ru' }, 'ru'],
    [['rundi'], {}, 'en'],
  ])('on a page in %j with %j speaks %s', (languages, attributes, language) => {
    expect(optionsFor(attributes as Record<string, string>, ...languages)?.language).toBe(language);
  });

  test('names a user only with the page’s signature', () => {
    expect(optionsFor({ userId: '42' })?.user).toBeUndefined();
    expect(optionsFor({ userId: '42', userHash: 'ab' })?.user).toEqual({ id: '42', hash: 'ab' });
  });

  test('without a connection is nobody’s', () => {
    expect(optionsOf({ src, attributes: {} }, [])).toBeUndefined();
  });
});

describe('the wait', () => {
  const waiting: Conversation = {
    ...noConversation,
    pending: [{ clientMsgId: 'client-1', text: 'Hi', files: [], at: '2026-11-02' }],
  };
  const sentence = (status: object, conversation = waiting, typing?: string) =>
    waitSentence(
      {
        isRead: true,
        conversation,
        status: { isOpen: true, ...status },
        ...(typing !== undefined && { typing }),
      },
      { texts: textsIn('en') },
    );

  test.each([
    [{ position: 1 }, 'You are next.'],
    [
      { position: 3, waitMinutes: 10 },
      'You are number 3 in the queue. Waiting time: about 10 minutes.',
    ],
    [{ position: 101, isFarBack: true }, 'You are further back than number 100 in the queue.'],
    [
      { position: 2, waitMinutes: 90 },
      'You are number 2 in the queue. Waiting time: about 1.5 hours.',
    ],
    [{ isOpen: false, position: 1 }, ''],
    [{}, ''],
  ])('of %j reads “%s”', (status, text) => {
    expect(sentence(status)).toBe(text);
  });

  test('before the first message is what the desk promises', () => {
    expect(sentence({ promise: '4 working hours' }, noConversation)).toBe(
      'We answer within 4 working hours.',
    );
  });

  test('makes way for who is writing', () => {
    expect(sentence({ position: 1 }, waiting, 'Ann')).toBe('Ann is writing…');
  });
});

test.each([
  ['2026-11-02T15:30:00', 'en', '3:30 PM'],
  ['2026-11-04T09:00:00', 'en', 'Wednesday 9:00 AM'],
  ['2026-11-04T09:00:00', 'ru', 'среда 09:00'],
  ['2026-12-24T09:00:00', 'en', 'December 24'],
] as const)('the desk is back at %s (%s): %s', (at, locale, expected) => {
  const now = new Date('2026-11-02T10:00:00');

  expect(backAt(at, now, locale).replaceAll(/[\s,]+/g, ' ')).toContain(expected);
});

test.each([
  [512, 'en', '512 byte'],
  [12_345, 'ru', '12 кБ'],
  [3_400_000, 'en', '3.4 MB'],
] as const)('%i bytes in %s are %s', (bytes, locale, expected) => {
  expect(sizeOf(bytes, locale)).toBe(expected);
});

test('only addresses of the web become links, without the sentence’s own punctuation', () => {
  const parts = linked('See https://a.example/x?y=1. Not javascript:alert(1) <b>') as unknown[];
  const links = parts.filter((part) => typeof part === 'object');

  expect(links).toMatchObject([{ type: 'a', props: { href: 'https://a.example/x?y=1' } }]);
  expect(parts.at(-1)).toBe('. Not javascript:alert(1) <b>');
});
