import { expect, it } from 'vitest';
import { fc } from '../../test/make/fast-check.ts';
import { rawMail, usualMail } from '../../test/make/raw-mail.ts';
import { classify } from './classify.ts';
import { parseMail } from './parse-mail.ts';
import { MailUnreadable } from './parsed-mail.ts';
import { threadingSignals } from './threading-signals.ts';

const ours = {
  addresses: ['support@firstline.example'],
  domains: ['firstline.example'],
  loopId: 'l',
  secrets: ['s'],
};

const seed = Buffer.concat([
  rawMail(
    'From: =?utf-8?B?0JDQvdC90LA=?= <ann@example.com>',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: multipart/alternative; boundary=c',
    '',
    '--c',
    'Content-Type: text/plain; charset=koi8-r; format=flowed',
    '',
    'caf\xe9 ',
    'On 22 Nov 2026, Bo <bo@x.example> wrote:',
    '> q',
    '--c',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<table><tr><td style=3D"color:red">x<img src=3D"cid:a"></table>',
    '--c--',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; a@b.example',
    'Action: failed',
    '--b',
    "Content-Disposition: attachment; filename*=utf-8''%D0%9F",
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '--b--',
  ),
  usualMail(),
]);

/** Everything that intake does with a mail; true when it held its promises. */
function holds(raw: Uint8Array): boolean {
  try {
    const mail = parseMail(raw);
    classify(mail, { from: 'ann@example.com', recipients: [] }, ours);
    threadingSignals(mail, { from: '', recipients: [] }, ours);
    const shown = [
      mail.text,
      mail.visibleText,
      mail.subject,
      mail.html ?? '',
      mail.from?.name ?? '',
    ];
    const names = mail.attachments.map(({ name }) => name);
    return [...shown, ...names].every((text) => text.isWellFormed()) && names.every(Boolean);
  } catch (error) {
    return error instanceof MailUnreadable && error.code !== 'mail.broken';
  }
}

it('never breaks on arbitrary bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 3_000 }), holds), { numRuns: 300 });
});

it('never breaks on mails with bytes changed, cut out and doubled', () => {
  const change = fc.record({
    at: fc.nat(seed.length),
    cut: fc.nat(200),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom(
          '\r\n\r\n',
          '--b',
          '=?utf-8?Q?',
          '<',
          '"',
          'Content-Type: ',
          '\0',
          '\xff',
          '(',
        )
        .map((text) => Buffer.from(text, 'latin1')),
    ),
  });
  const mutated = fc
    .array(change, { minLength: 1, maxLength: 12 })
    .map((changes) =>
      changes.reduce<Buffer>(
        (raw, { at, cut, insert }) =>
          Buffer.concat([raw.subarray(0, at), insert, raw.subarray(at + cut)]),
        seed,
      ),
    );

  fc.assert(fc.property(mutated, holds), { numRuns: 700 });
});

it('never breaks on lines that mean something, in any order', () => {
  const line = fc.constantFrom(
    'From: a@b.example',
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: multipart/report; boundary=c',
    'Content-Type: text/html; charset=utf-7',
    'Content-Transfer-Encoding: base64',
    '',
    ' folded',
    '--b',
    '--c',
    '--b--',
    '--c--',
    'begin 644 x',
    'end',
    '> q',
    '-----Original Message-----',
    'Am 1.2.2026 um 10:00 schrieb A <a@b.example>:',
    '<blockquote type="cite">',
    '<a href="x">',
    '</p>',
    '+AGE-',
    'From: x',
    'Sent: y',
    'To: z',
    '\x1b$B$3',
  );

  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => holds(rawMail(...lines))),
    { numRuns: 700 },
  );
});

it('finds every attack on its time within a second', () => {
  const times = (count: number, text: string): string => text.repeat(count);
  const attacks = [
    `From: ${times(200_000, '<')}\n\n`,
    `From: ${times(100_000, '"a" ')}\n\n`,
    `From: ${times(100_000, '(')}\n\n`,
    `Subject: ${times(50_000, '=?utf-8?Q?a?= ')}\n\n`,
    `Subject: ${times(50_000, 'Re: ')}\n\n`,
    `References: ${times(100_000, '<a@b> ')}\n\n`,
    `Content-Type: text/plain; ${times(100_000, 'a=b; ')}\n\n`,
    `Content-Type: text/plain;${times(30_000, ' (')}\n\n`,
    `${times(50_000, 'X: y\n')}\n`,
    `Subject: x\n${times(100_000, ' fold\n')}\n`,
    `Content-Type: multipart/mixed; boundary=b\n\n${times(100_000, '--b\n\n')}`,
    `Content-Type: multipart/mixed; boundary=b\n\n${times(100_000, '--x\n')}`,
    `Content-Type: text/html\n\n${times(100_000, '<div>')}`,
    `Content-Type: text/html\n\n${times(50_000, '<a href=x>y')}`,
    `Content-Type: text/html\n\n<p style="${times(100_000, '/*')}">`,
    `Content-Type: text/html\n\n${times(20_000, '<blockquote>x')}`,
    `Subject: x\n\n${times(100_000, 'begin 644 x\n')}`,
    `Subject: x\n\n${times(50_000, '> > a\n')}`,
    `Subject: x\n\n${times(500_000, '>')}`,
    `Subject: x\n\n${times(100_000, 'wrote: ')}`,
    `Subject: x\n\n${times(50_000, 'a@b ')}`,
    `From: mailer-daemon@x\nSubject: Undelivered\n\n${times(100_000, 'a@')}`,
    `From: mailer-daemon@x\nSubject: Undelivered\n\n${times(100_000, '5.1.')}`,
    `From: mailer-daemon@x\nSubject: Undelivered\n\n${times(30_000, 'recipient ')}`,
    `Date: ${times(100_000, '1 ')}\n\n`,
    `Content-Type: text/plain; format=flowed\n\n${times(200_000, 'a \n')}`,
    `Content-Type: text/plain; charset=utf-7\n\n${times(200_000, '+A')}`,
    `Content-Transfer-Encoding: quoted-printable\n\n${times(100_000, '=  ')}`,
    `Content-Transfer-Encoding: base64\n\n${times(100_000, 'AA==')}`,
  ];

  const slow = attacks.filter((attack) => {
    // Processor time, not the clock's: the machine may be busy with other tests.
    const start = process.cpuUsage();
    const held = holds(Buffer.from(attack));
    return !held || process.cpuUsage(start).user > 1_000_000;
  });

  expect(slow.map((attack) => attack.slice(0, 60))).toEqual([]);
});
