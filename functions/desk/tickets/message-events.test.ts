import { describe, expect, test } from 'vitest';
import type { Attachment } from '../../../schemas/attachment.ts';
import type { Message } from '../../../schemas/timeline.ts';
import { anInbound } from '../../../test/make/an-inbound.ts';
import { messageIdOf } from '../ids.ts';
import { messageFrom } from './message.ts';
import { editText, isOfAlbum, joinAlbum, react, withdraw } from './message-events.ts';

const key = 'telegram|bot|in|77:10';
const at = (second: number) => `2026-11-02T09:00:${String(second).padStart(2, '0')}.000Z`;

const aMessage = (over: Partial<Message> = {}): Message => ({
  ...messageFrom(anInbound({ idempotencyKey: key, text: 'Hi', occurredAt: at(0) }), {
    ticketId: 'tkt_1',
    kind: 'customer',
    now: at(1),
  }),
  ...over,
});
const aFile = (of: string): Attachment => ({
  name: 'a.jpg',
  type: 'image/jpeg',
  size: 1,
  sha256: 'a'.repeat(64),
  key: `files/${messageIdOf(of)}/0`,
  kind: 'regular',
});

/** The message after all of it, in the order given; what changes nothing leaves it. */
const after = (
  message: Message,
  ...rules: readonly ((message: Message) => Message | undefined)[]
): Message => rules.reduce((now, rule) => rule(now) ?? now, message);

const edit = (text: string, second: number) => (message: Message) =>
  editText(message, { text, at: at(second) });

describe('an edit', () => {
  test('keeps the earlier wording', () => {
    const edited = after(aMessage(), edit('Hello', 5));

    expect(edited).toMatchObject({
      text: 'Hello',
      editedAt: at(5),
      wordings: [{ text: 'Hi', until: at(5) }],
    });
  });

  test.each([
    ['says the same', [edit('Hi', 5)]],
    ['is repeated', [edit('Hello', 5), edit('Hello', 5)]],
    ['was overtaken', [edit('Hello', 5), edit('Hel', 4)]],
    ['was overtaken within its second', [edit('Hel', 5), edit('Hello', 5), edit('Hel', 5)]],
  ])('that %s changes nothing', (_name, rules) => {
    const last = rules.at(-1);

    expect(last?.(after(aMessage(), ...rules.slice(0, -1)))).toBeUndefined();
  });

  test('keeps the original and the newest nine of many', () => {
    const edited = after(
      aMessage(),
      ...Array.from({ length: 15 }, (_, index) => edit(`v${index}`, index + 2)),
    );

    expect(edited.wordings?.map(({ text }) => text)).toEqual([
      'Hi',
      'v5',
      'v6',
      'v7',
      'v8',
      'v9',
      'v10',
      'v11',
      'v12',
      'v13',
    ]);
  });
});

describe('a withdrawn message', () => {
  const gone = (message: Message) => withdraw(message, { at: at(9), key });

  test('keeps its text for the record and shows no files', () => {
    const withdrawn = after(aMessage({ attachments: [aFile(key)] }), gone);

    expect(withdrawn).toMatchObject({ text: 'Hi', attachments: [], deletedAt: at(9) });
  });

  test('stays withdrawn: at its first time, unedited since', () => {
    const withdrawn = after(aMessage(), gone);

    expect(withdraw(withdrawn, { at: at(10), key })).toBeUndefined();
    expect(edit('Hello', 20)(withdrawn)).toBeUndefined();
  });
});

describe('of an album', () => {
  const second = 'telegram|bot|in|77:11';
  const album = joinAlbum(aMessage({ text: '', attachments: [aFile(key)] }), {
    text: 'The bill',
    attachments: [aFile(second)],
    flags: [],
  });

  test('every part is one message with its caption', () => {
    expect(album).toMatchObject({ text: 'The bill', flags: ['album'] });
    expect(album.attachments).toHaveLength(2);
  });

  test('a withdrawn part takes its own file, once', () => {
    const once = withdraw(album, { at: at(9), key }) ?? album;

    expect(once.attachments.map((file) => file.key)).toEqual([aFile(second).key]);
    expect(once).toMatchObject({ flags: ['album', 'part-deleted'] });
    expect(once.deletedAt).toBeUndefined();
    expect(withdraw(once, { at: at(9), key })).toBeUndefined();
  });

  test('the last part takes the message', () => {
    const parts = [key, second].map(
      (part) => (message: Message) => withdraw(message, { at: at(9), key: part }),
    );

    expect(after(album, ...parts)).toMatchObject({ deletedAt: at(9), attachments: [] });
  });

  test('a part that comes a minute later is a message of its own', () => {
    const first = { occurredAt: '2026-11-02T09:00:00.000Z' };

    expect(isOfAlbum(first, '2026-11-02T09:01:00.000Z')).toBe(true);
    expect(isOfAlbum(first, '2026-11-02T09:01:01.000Z')).toBe(false);
  });
});

describe('reactions', () => {
  const say = (emoji: string | undefined, second: number) => (message: Message) =>
    react(message, { by: 'customer', emoji, at: at(second) });

  test('are one of each side, the newest', () => {
    const reacted = after(
      aMessage(),
      say('👍', 2),
      say('❤', 3),
      (message) => react(message, { by: 'agent', emoji: '🙏', at: at(4) }),
      say('👍', 2),
    );

    expect(reacted.reactions).toEqual([
      { by: 'customer', emoji: '❤', at: at(3) },
      { by: 'agent', emoji: '🙏', at: at(4) },
    ]);
  });

  test('that were taken back do not return', () => {
    const reacted = after(aMessage(), say('👍', 2), say(undefined, 3), say('👍', 2));

    expect(reacted.reactions).toEqual([]);
  });

  test('of one second end alike in any order', () => {
    const one = after(aMessage(), say('👍', 2), say('❤', 2), say(undefined, 2));
    const other = after(aMessage(), say(undefined, 2), say('❤', 2), say('👍', 2));

    expect(one.reactions).toEqual(other.reactions);
  });
});
