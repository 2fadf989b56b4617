import { describe, expect, it } from 'vitest';
import { rawMail, usualMail } from '../../test/make/raw-mail.ts';
import { parseMail } from './parse-mail.ts';
import { MailUnreadable } from './parsed-mail.ts';

const multipart = (boundary: string, ...lines: string[]): Buffer =>
  rawMail(
    'From: a@b.example',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...lines,
  );

describe('a usual mail', () => {
  it('is read whole and without problems', () => {
    const mail = parseMail(usualMail());

    expect(mail).toMatchObject({
      from: { name: 'Ann Li', address: 'ann@example.com' },
      to: [{ name: '', address: 'support@firstline.example' }],
      subject: 'Where is my money?',
      date: '2026-11-22T10:00:00.000Z',
      messageId: 'one@example.com',
      text: 'Hello.',
      visibleText: 'Hello.',
      problems: [],
    });
  });
});

describe('what cannot be read at all', () => {
  it.each([new Uint8Array(), Buffer.from('\r\n\0\n')])('is a typed failure', (raw) => {
    expect(() => parseMail(raw)).toThrow(MailUnreadable);
  });

  it('names a mail over 40 MB', () => {
    const raw = Buffer.alloc(40 * 1024 * 1024 + 1, 'a');

    expect(() => parseMail(raw)).toThrow(expect.objectContaining({ code: 'mail.too-large' }));
  });
});

describe('broken envelopes', () => {
  it.each([
    ['an mbox line', 'From ann Sun Nov 22 10:00:00 2026\nFrom: a@b.example\nSubject: x\n\nbody'],
    ['bare CR', 'From: a@b.example\rSubject: x\r\rbody'],
    ['mixed line ends', 'From: a@b.example\rSubject: x\r\n\nbody'],
    ['doubled CR', 'From: a@b.example\r\r\nSubject: x\r\r\n\r\r\nbody'],
    ['NUL bytes', 'From: a@b.ex\0ample\nSubject: \0x\n\nbo\0dy'],
    ['no blank line', 'From: a@b.example\nSubject: x\nbody'],
    ['blank lines first', '\n\r\nFrom: a@b.example\nSubject: x\n\nbody'],
    ['a byte order mark', '\xef\xbb\xbfFrom: a@b.example\nSubject: x\n\nbody'],
    ['a junk line', 'From: a@b.example\n=== scanned ===\nSubject: x\n\nbody'],
  ])('are repaired: %s', (_, raw) => {
    const mail = parseMail(Buffer.from(raw, 'latin1'));

    expect([mail.from?.address, mail.subject, mail.text.trim()]).toEqual([
      'a@b.example',
      'x',
      'body',
    ]);
  });

  it('are read as UTF-16 when saved so', () => {
    const raw = Buffer.from('\ufeffFrom: a@b.example\r\nSubject: Привет\r\n\r\nbody', 'utf16le');

    expect(parseMail(raw).subject).toBe('Привет');
  });

  it('may lack everything', () => {
    const mail = parseMail(Buffer.from('just words'));

    expect(mail.text).toBe('just words');
    expect(mail.problems).toEqual(
      expect.arrayContaining(['no-from', 'no-message-id', 'no-date', 'no-subject']),
    );
  });
});

describe('raw 8-bit fields', () => {
  it.each([
    ['the charset of the body', 'koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4', 'Привет'],
    ['UTF-8 before any label', 'koi8-r', '\xd0\x9f\xd1\x80\xd0\xb8', 'При'],
    ['a guess', 'us-ascii', '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
  ])('are read by %s', (_, charset, subject, text) => {
    const raw = rawMail(
      `Subject: ${subject}`,
      `Content-Type: text/plain; charset=${charset}`,
      '',
      'x',
    );

    expect(parseMail(raw).subject).toBe(text);
  });
});

describe('parts', () => {
  it('are closed by the delimiter of the outer multipart', () => {
    const mail = parseMail(
      multipart(
        'out',
        '--out',
        'Content-Type: multipart/alternative; boundary=in',
        '',
        '--in',
        '',
        'plain',
        '--in',
        'Content-Type: text/html',
        '',
        '<p>html</p>',
        '--out',
        'Content-Type: application/pdf; name=a.pdf',
        '',
        'pdf',
      ),
    );

    expect(mail.text.trim()).toBe('plain');
    expect(mail.html).toBe('<p>html</p>');
    expect(mail.attachments.map(({ name }) => name)).toEqual(['a.pdf']);
    expect(mail.problems).toContain('missing-closing-boundary');
  });

  it.each(['', 'not-the-one', "odd (b):/?='"])(
    'are found by a guess when the boundary is %j',
    (said) => {
      const mail = parseMail(
        multipart(said, '--real', 'Content-Type: text/plain', '', 'body', '--real--'),
      );

      expect(mail.text).toBe('body');
    },
  );

  it('go on after a closing line written too early', () => {
    const mail = parseMail(
      multipart('b', '--b', '', 'one', '--b--', '--b', 'Content-Type: image/png', '', 'x'),
    );

    expect(mail.attachments).toHaveLength(1);
  });

  it('without a Content-Type are text', () => {
    expect(parseMail(multipart('b', '--b', '', 'one', '--b', '', 'two', '--b--')).text).toBe(
      'one\ntwo',
    );
  });

  it('are found although the fields that announce them were lost', () => {
    const mail = parseMail(
      rawMail(
        'From: a@b.example',
        '',
        'This is a MIME message',
        '',
        '--xyz',
        'Content-Type: text/plain',
        '',
        'hi',
      ),
    );

    expect(mail.text).toBe('hi');
  });

  it('of Apple Mail keep the order of text, picture, text', () => {
    const mail = parseMail(
      multipart(
        'b',
        '--b',
        '',
        'above',
        '--b',
        'Content-Type: image/png; name=p.png',
        'Content-Disposition: inline',
        '',
        'x',
        '--b',
        '',
        'below',
        '--b--',
      ),
    );

    expect(mail.text).toBe('above\nbelow');
    expect(mail.attachments[0]).toMatchObject({ kind: 'regular', inline: false });
  });
});

describe('transfer encodings', () => {
  it.each([
    ['8-bit junk', 'x-strange', 'caf\xc3\xa9', 'café'],
    ['a trailing semicolon', 'base64;', 'Y2Fmw6k=', 'café'],
    ['quotes', '"quoted-printable"', 'caf=c3=A9', 'café'],
    ['an equals sign that starts nothing', 'quoted-printable', 'a=b caf=C3=A9', 'a=b café'],
    [
      'text that only claims base64',
      'base64',
      'This is plain, you see. It has blanks.',
      'This is plain, you see. It has blanks.',
    ],
  ])('are undone in spite of %s', (_, encoding, body, text) => {
    const mail = parseMail(
      rawMail('From: a@b.example', `Content-Transfer-Encoding: ${encoding}`, '', body),
    );

    expect(mail.text).toBe(text);
  });

  it('include uuencode inside a text', () => {
    const mail = parseMail(
      usualMail({ body: 'Look:\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nBye' }),
    );

    expect(mail.text).toBe('Look:\nBye');
    expect(mail.attachments[0]).toMatchObject({ name: 'cat.txt', size: 3 });
    expect(Buffer.from(mail.attachments[0]?.content ?? []).toString()).toBe('Cat');
  });

  it('leave format=flowed unfolded', () => {
    const mail = parseMail(
      usualMail({
        extra: ['Content-Type: text/plain; format=flowed; delsp=yes'],
        body: 'one \r\ntwo\r\n> q',
      }),
    );

    expect(mail.text).toBe('onetwo\n> q');
  });
});

describe('lines that begin with >', () => {
  const body = 'Your page says:\r\n> No fee.';

  it.each([
    ['of a first mail are something to read', {}, 'Your page says:\n> No fee.'],
    ['of an answer are folded', { extra: ['In-Reply-To: <a@b.example>'] }, 'Your page says:'],
    ['of what calls itself an answer are folded', { subject: 'AW: Geld' }, 'Your page says:'],
  ])('%s', (_, mail, visible) => {
    expect(parseMail(usualMail({ ...mail, body })).visibleText).toBe(visible);
  });
});
