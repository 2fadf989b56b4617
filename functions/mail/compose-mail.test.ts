import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { MailNotComposable } from './compose/encode-address.ts';
import { composeMail, type OutgoingMail } from './compose-mail.ts';
import { parseMail } from './parse-mail.ts';
import { headerOf } from './parsed-mail.ts';
import { bodyReference } from './threading/body-marker.ts';

const reply: OutgoingMail = {
  from: { name: 'Ann via Support', address: 'support@firstline.example' },
  to: [{ name: 'Бо Ли', address: 'bo@example.com' }],
  replyTo: { name: '', address: 'support+1042.abcdefghijkl@firstline.example' },
  subject: 'Re: Где мои деньги? [#1042-abcdef]',
  date: '2026-11-22T10:00:00.000Z',
  messageId: 't.1042.7@firstline.example',
  inReplyTo: 'one@example.com',
  references: ['zero@example.com', 'one@example.com'],
  text: 'Здравствуйте!\n.\nFrom here on it is fine.',
  loopId: 'desk-1',
  reference: bodyReference('1042', 'secret'),
  quoted: { attribution: 'On Sunday, Bo <b> wrote:', text: 'Where is\n> it?' },
  files: [
    {
      name: 'План на 2026 год с очень длинным именем, которое не помещается.pdf',
      type: 'application/pdf',
      content: Buffer.alloc(5_000, 7),
    },
    { name: 'p.png', type: 'image/png', content: Buffer.from('x'), contentId: 'p@x' },
  ],
};
const text = (mail: OutgoingMail): string => Buffer.from(composeMail(mail)).toString('latin1');

describe('a reply', () => {
  it('is what we read when we get it back', () => {
    const mail = parseMail(composeMail({ ...reply, html: '<p>Hi <img src="cid:p@x"></p>' }));

    expect(mail).toMatchObject({
      from: reply.from,
      to: reply.to,
      replyTo: [reply.replyTo],
      subject: reply.subject,
      date: reply.date,
      messageId: reply.messageId,
      inReplyTo: ['one@example.com'],
      references: ['t.1042.7@firstline.example', 'zero@example.com', 'one@example.com'],
      visibleText: reply.text,
      markers: [reply.reference],
      problems: [],
    });
    expect(mail.html).toContain('<img src="cid:0">');
    expect(mail.attachments.map(({ name, size, kind }) => [name, size, kind])).toEqual([
      ['p.png', 1, 'inline'],
      [reply.files?.[0]?.name, 5_000, 'regular'],
    ]);
  });

  it('is read alike by another parser', async () => {
    const mail = await PostalMime.parse(composeMail(reply));

    expect(mail.subject).toBe(reply.subject);
    expect(mail.to?.[0]).toMatchObject({ name: 'Бо Ли', address: 'bo@example.com' });
    expect(mail.text).toContain('Здравствуйте!\n.\nFrom here');
    expect(mail.attachments.map(({ filename }) => filename).sort()).toEqual(
      reply.files?.map(({ name }) => name).sort(),
    );
  });

  it('is seven-bit with short lines', () => {
    const lines = text(reply).split('\r\n');

    expect(lines.filter((line) => line.length > 200 || !/^[\x20-\x7e\t]*$/.test(line))).toEqual([]);
  });

  it('quotes what it answers under our marker', () => {
    const { text: body } = parseMail(composeMail(reply));

    expect(body).toContain(
      `[ref:${reply.reference}]\n\nOn Sunday, Bo <b> wrote:\n> Where is\n>> it?`,
    );
  });

  it('is not marked as automatic, but as ours', () => {
    const mail = parseMail(composeMail(reply));

    expect(headerOf(mail, 'auto-submitted')).toBeUndefined();
    expect(headerOf(mail, 'x-firstline-loop')).toBe('desk-1');
  });
});

it('marks an acknowledgement for other robots', () => {
  const mail = parseMail(composeMail({ ...reply, automatic: 'auto-replied' }));

  expect(
    ['auto-submitted', 'x-auto-response-suppress', 'precedence'].map((name) =>
      headerOf(mail, name),
    ),
  ).toEqual(['auto-replied', 'All', 'bulk']);
});

it('keeps the first and the last twenty references', () => {
  const references = Array.from({ length: 60 }, (_, index) => `${index}@example.com`);
  const mail = parseMail(composeMail({ ...reply, references }));

  expect(mail.references).toEqual([reply.messageId, '0@example.com', ...references.slice(-20)]);
});

describe('a header of the sender’s making', () => {
  const evil = 'x\r\nBcc: victim@example.com\r\n\r\nbody';

  it.each<[string, Partial<OutgoingMail>]>([
    ['subject', { subject: evil }],
    ['name', { from: { name: evil, address: 'a@b.example' } }],
    ['message id', { messageId: evil }],
    ['answered id', { inReplyTo: evil }],
    ['reference', { references: [evil] }],
    ['file name', { files: [{ name: evil, type: 'text/plain', content: Buffer.from('x') }] }],
    ['file type', { files: [{ name: 'x', type: evil, content: Buffer.from('x') }] }],
    [
      'content id',
      { files: [{ name: 'x', type: 'image/png', content: Buffer.from('x'), contentId: evil }] },
    ],
    ['extra header', { extraHeaders: [{ name: 'List-Unsubscribe', value: evil }] }],
    ['loop id', { loopId: evil }],
    ['line separator', { subject: 'x\u2028Bcc: victim@example.com' }],
  ])('cannot come from the %s', (_, part) => {
    const written = text({ ...reply, ...part });

    expect(written).not.toMatch(/^bcc:/im);
    expect(parseMail(Buffer.from(written, 'latin1')).text).toContain('Здравствуйте');
  });

  it.each([
    'a b@c.example',
    'a@b.example\r\nBcc: x@y.example',
    '@b.example',
    'a',
    'ü@b.example',
    'a@b..example',
  ])('refuses the address %j', (address) => {
    expect(() => composeMail({ ...reply, to: [{ name: '', address }] })).toThrow(MailNotComposable);
  });

  it.each(['Bcc', 'Subject', 'Content-Type', 'X Y', 'X:'])(
    'refuses the extra header %j',
    (name) => {
      expect(() => composeMail({ ...reply, extraHeaders: [{ name, value: 'x' }] })).toThrow(
        MailNotComposable,
      );
    },
  );
});

it('writes international domains as the wire wants them', () => {
  expect(text({ ...reply, to: [{ name: '', address: 'bo@пример.рф' }] })).toContain(
    'To: bo@xn--e1afmkfd.xn--p1ai',
  );
});
