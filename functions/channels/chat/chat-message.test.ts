import { describe, expect, test } from 'vitest';
import type { Attachment } from '../../../schemas/attachment.ts';
import { aChatMessage } from '../../../test/make/a-chat-message.ts';
import { chatMessageOf, chatPushOf } from './chat-message.ts';

const aFile = (over: Partial<Attachment> = {}): Attachment => ({
  name: 'a.pdf',
  type: 'application/pdf',
  size: 3,
  sha256: '0'.repeat(64),
  key: 'files/secret-key',
  kind: 'regular',
  ...over,
});

describe('what a visitor sees', () => {
  test.each([
    ['customer', 'visitor'],
    ['reply', 'agent'],
    ['acknowledgement', 'desk'],
    ['notice', 'desk'],
  ] as const)('of a %s is said by the %s', (kind, by) => {
    expect(chatMessageOf(aChatMessage({ kind }))?.by).toBe(by);
  });

  test.each(['third-party', 'bounce', 'receipt', 'auto-reply', 'complaint', 'call'] as const)(
    'is no %s',
    (kind) => {
      expect(chatMessageOf(aChatMessage({ kind }))).toBeUndefined();
    },
  );

  test('is mail from and to the conversation’s own address, and no other mail', () => {
    const mail = aChatMessage({ channel: 'mail', kind: 'customer', address: 'olya@example.net' });

    expect(chatMessageOf(mail, { mailTo: 'olya@example.net' })).toMatchObject({
      isElsewhere: true,
    });
    expect(chatMessageOf(mail, { mailTo: 'kim@example.net' })).toBeUndefined();
    expect(chatMessageOf(mail)).toBeUndefined();
  });

  test('is the new part of a mail only', () => {
    const text = 'Thanks!\n\n> Hello';

    expect(chatMessageOf(aChatMessage({ text, quoteStart: 9 }))?.text).toBe('Thanks!');
  });

  test('is nothing of what was withdrawn but that it was', () => {
    const gone = aChatMessage({ deletedAt: '2026-11-02T10:00:00.000Z', attachments: [aFile()] });

    expect(chatMessageOf(gone)).toMatchObject({ text: '', files: [], isDeleted: true });
  });

  test('is never where a file lies', () => {
    const shown = chatMessageOf(aChatMessage({ attachments: [aFile()] }));

    expect(shown?.files).toEqual([{ name: 'a.pdf', type: 'application/pdf', size: 3 }]);
  });
});

describe('a push', () => {
  test('is the message itself', () => {
    expect(chatPushOf(aChatMessage({ kind: 'reply' }))).toMatchObject({
      type: 'message',
      message: { text: 'Hello' },
    });
  });

  test.each([
    ['has files, which need links', { attachments: [aFile()] }],
    ['fits no frame', { text: 'ы'.repeat(16_000) }],
    ['has its body elsewhere', { bodyKey: 'bodies/1' }],
  ])('only says that there is news when it %s', (_name, over) => {
    expect(chatPushOf(aChatMessage({ kind: 'reply', ...over }))).toEqual({ type: 'changed' });
  });

  test('is not made of what is not the visitor’s', () => {
    expect(chatPushOf(aChatMessage({ kind: 'third-party' }))).toBeUndefined();
  });
});
