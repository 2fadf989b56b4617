import { describe, expect, it, test } from 'vitest';
import { Message } from '../../../schemas/timeline.ts';
import { aNotification, testConnections, testSecret } from '../../../test/make/an-intake.ts';
import { fc } from '../../../test/make/fast-check.ts';
import { hugeMails, oddMail } from '../../../test/make/odd-mail.ts';
import { ourMailOf } from '../../channels/mail/our-mail.ts';
import { defaultTopics } from '../../desk/defaults/topics.ts';
import { messageFrom } from '../../desk/tickets/message.ts';
import { mailLimits } from '../../mail/limits.ts';
import { understand } from './understand.ts';

const desk = {
  connections: testConnections,
  topics: defaultTopics,
  our: ourMailOf({ domain: 'desk.example', connections: testConnections }, [testSecret]),
};
const now = '2026-11-22T10:00:01.000Z';

/** Mail that may vanish on purpose. */
const mayVanish: ReadonlySet<string> = new Set(['mail.own-loop', 'mail.agent-away']);

/** What intake makes of the bytes. @throws what intake would throw */
async function kept(bytes: Uint8Array) {
  const understood = await understand({ job: aNotification('mail/odd'), bytes, desk, now });
  if (understood.ignored.some((code) => mayVanish.has(code))) return [];
  if (understood.incoming.length === 0) throw new Error(`lost: ${understood.ignored.join()}`);
  return understood.incoming.map(({ inbound, files }) => {
    const message = Message.parse(
      messageFrom(inbound, { ticketId: 'tkt_1', kind: inbound.kind, now }),
    );
    return { message, files, fault: understood.fault };
  });
}

/** Sizes that everything behind relies on, and the way back to the bytes. */
function holds({ message, files }: Awaited<ReturnType<typeof kept>>[number]): boolean {
  const texts = [message.text, message.html ?? '', message.author.name, message.subject ?? ''];
  return (
    message.rawKey === 'mail/odd' &&
    message.text.length <= mailLimits.textChars &&
    (message.html ?? '').length <= mailLimits.htmlChars &&
    files.length <= mailLimits.attachments &&
    files.every(({ name }) => name !== '' && !/[/\\\p{Cc}]/u.test(name)) &&
    texts.every((text) => text.isWellFormed() && !text.includes('\0'))
  );
}

describe('hundreds of odd mails', () => {
  it('throw nothing and lose nothing', async () => {
    await fc.assert(
      fc.asyncProperty(oddMail, async (bytes) => {
        fc.pre(bytes.length > 0);
        return (await kept(bytes)).every(holds);
      }),
      { numRuns: 600 },
    );
  });

  it('are read, not only attached, but for a few', async () => {
    const mails = fc.sample(oddMail, { numRuns: 300 });
    const read = await Promise.all(mails.map(kept));

    const opaque = read.filter((messages) => messages.some(({ fault }) => fault !== undefined));

    // Only those whose bytes were all cut away.
    expect(opaque.length).toBeLessThan(30);
  });

  it('are the same messages when they come again', async () => {
    const [first = Buffer.alloc(0)] = fc.sample(oddMail, { numRuns: 1 });
    const key = async () =>
      (await understand({ job: aNotification('mail/odd'), bytes: first, desk, now })).incoming.map(
        ({ inbound }) => [inbound.idempotencyKey, inbound.contentHash],
      );

    expect(await key()).toEqual(await key());
  });
});

describe('a mail with', () => {
  test.each(hugeMails)('%s is kept within bounds', async (_, mail) => {
    const messages = await kept(Buffer.from(`From: a@x.example\n${mail}`));

    expect(messages.every(holds)).toBe(true);
    expect(messages.every(({ fault }) => fault === undefined)).toBe(true);
  });
});
